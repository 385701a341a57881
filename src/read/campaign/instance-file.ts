/**
 * The files of instances, `config-<instance>.xml`, by their names: a copy can have lost the extension, or have got
 * another one, or the number that a browser gives it.
 */

/** Whether a file is named like an instance's own configuration: it says only what differs from serverConf.xml. */
export function isInstanceFile(path: string): boolean {
  return stemOf(path) !== undefined;
}

/** `acme` of config-acme.xml; none of config-default.xml, which is the same for every instance. */
export function instanceOfFile(path: string): string | undefined {
  const stem = stemOf(path);
  return stem?.toLowerCase() === "default" ? undefined : stem;
}

/** What stands behind `config-`, without extensions and numbers of copies. */
function stemOf(path: string): string | undefined {
  const name = /^config-(.+)$/is.exec(path.slice(path.lastIndexOf("/") + 1))?.[1];
  const stem = name
    ?.replace(/\.(?:xml(?![a-z0-9]).*|txt|bak|old|orig)$/is, "")
    .replace(/(?: - copy| copy)?(?: ?\(\d{1,4}\))?$/i, "")
    .trim();
  return stem || undefined;
}
