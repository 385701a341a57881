import type { Dirent } from "node:fs";
import * as path from "node:path";
import { type FileSystem, IGNORED } from "./discover.js";
import { gitIgnore, isIgnored, SKIPPED_FOLDERS } from "./gitignore.js";
import type { Harvest, Place } from "./harvest.js";
import { isWithin, kindOf, realOf, troubleOf } from "./paths.js";

/**
 * Searches a folder that was named, by its real path. Links are followed inside the root alone (of a folder outside of
 * the root: inside that folder), so nothing can lead a run to files that no one gave it. Real paths tell what was met
 * already: only links need to be resolved, as a real folder holds nothing twice.
 */
export async function search(start: string, harvest: Harvest, fs: FileSystem): Promise<void> {
  const bound = isWithin(harvest.root, start) ? harvest.root : start;
  const ignoringIn = await gitIgnore(start, bound, fs);
  const met = new Set<string>();
  await walk({ absolute: start, path: harvest.nameOf(start) });

  async function walk(folder: Place): Promise<void> {
    if (met.has(folder.absolute)) return;
    met.add(folder.absolute);
    const ignoring = await ignoringIn(folder.absolute);
    let entries: Dirent[];
    try {
      entries = fs.readdirSync(folder.absolute, { withFileTypes: true });
    } catch (error) {
      // Told, unless it was to be searched for the config's sake alone; it does not hide the others.
      if (ignoring) harvest.addTrouble(folder, troubleOf(error));
      else harvest.passOver(folder, "it cannot be opened");
      return;
    }
    const inside = folder.absolute.endsWith(path.sep) ? folder.absolute : folder.absolute + path.sep;
    const named = folder.path === "." ? "" : `${folder.path}/`;
    for (const entry of entries) {
      const place = { absolute: inside + entry.name, path: named + entry.name };
      const isFolder = entry.isDirectory();
      if (isFolder && SKIPPED_FOLDERS.has(entry.name) && !harvest.hasTracked(place)) continue;
      const isOut = !ignoring || isIgnored(ignoring, place.absolute, isFolder);
      // In a folder that is ignored as a whole, which was told, only what git tracks or the config names counts.
      if (isOut && !harvest.isStated(place, isFolder || entry.isSymbolicLink())) {
        if (ignoring) harvest.passOver(place, IGNORED);
      } else if (isFolder) await walk(place);
      else if (entry.isFile()) harvest.addFound(place);
      else if (entry.isSymbolicLink()) await follow(place);
      else harvest.passOver(place, "no regular file");
    }
  }

  async function follow(link: Place): Promise<void> {
    const real = realOf(link.absolute, fs);
    if (real === link.absolute) return harvest.passOver(link, "a link that leads nowhere");
    if (!isWithin(bound, real)) return harvest.passOver(link, "a link that leads out of the root");
    if (isSkipped(real)) return harvest.passOver(link, "a link to what is never searched");
    const target = { absolute: real, path: harvest.nameOf(real) };
    const kind = kindOf(real, fs);
    // What its own place rules out, a link does not bring in.
    if ((await isIgnoredThere(real, kind === "folder")) && !harvest.isStated(target, kind === "folder")) {
      harvest.passOver(link, "git ignores what it leads to");
    } else if (kind === "folder") await walk(target);
    else if (kind === "file") harvest.addFound(target);
    else harvest.passOver(link, "a link to no regular file");
  }

  function isSkipped(real: string): boolean {
    const way = path.relative(isWithin(start, real) ? start : bound, real);
    return way.split(path.sep).some((name) => SKIPPED_FOLDERS.has(name));
  }

  async function isIgnoredThere(real: string, isFolder: boolean): Promise<boolean> {
    if (real === bound || real === start) return false;
    const ignoring = await ignoringIn(path.dirname(real));
    return !ignoring || isIgnored(ignoring, real, isFolder);
  }
}
