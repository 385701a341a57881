/** Keys under which secrets stand, wherever they are met (external account, operator, serverConf.xml). */
export const SECRET_KEY =
  /^@?(?:clientSecret|password|internalPassword|authIMSCode|authIMS\w*Secret|\w*privateKey)$/i;
