import api from "./index.js";

export const { ConfigError, lint, rules, version } = api;
