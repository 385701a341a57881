import * as path from "node:path";
import type { DiscoverRequest, Found, PassedOver } from "./discover.js";
import type { GlobBase } from "./instances.js";
import { isWithin, realOf, relativeTo } from "./paths.js";

/** What a search has met so far, each thing once by its real path. */
export class Harvest {
  /** The root's real path. */
  readonly root: string;
  readonly #request: DiscoverRequest;
  readonly #found = new Map<string, Found>();
  readonly #passedOver = new Map<string, PassedOver>();
  readonly #bases: readonly Base[];
  /** Bases of globs that a link leads to: files are matched by where they really lie, and by what the config writes. */
  readonly #moved: readonly { readonly from: string; readonly to: string }[];

  constructor(request: DiscoverRequest) {
    this.#request = request;
    this.root = realOf(request.root, request.fs);
    this.#bases = request.bases.map((base) => {
      const absolute = path.resolve(this.root, base.path);
      return { ...base, absolute, real: realOf(absolute, request.fs) };
    });
    this.#moved = this.#bases
      .filter(({ absolute, real }) => real !== absolute)
      .map((base) => ({ from: this.nameOf(base.real), to: base.path }));
  }

  /** How reports name a real path. */
  nameOf(real: string): string {
    return relativeTo(this.root, real);
  }

  addStandardInput(): void {
    this.#add("-", { path: this.#request.stdinName, absolute: undefined, isNamed: true, instances: [] });
  }

  /** A file that was named; the first of its names counts. */
  addNamed(absolute: string, trouble: Found["trouble"]): void {
    const real = realOf(absolute, this.#request.fs);
    const name = this.#asNamed(absolute);
    const instances = this.#instancesOf(name, this.nameOf(real));
    this.#add(real, { path: name, absolute, isNamed: true, instances, ...(trouble ? { trouble } : {}) });
  }

  /** A file that the search met, by its real path. A pattern of the config names a place, not each file in it. */
  addFound({ absolute, path: name }: Place): void {
    const instances = this.#instancesOf(name);
    const isNamed =
      instances.length > 0 && this.#bases.some((base) => base.isLiteral && base.real === absolute);
    this.#add(absolute, { path: name, absolute, isNamed, instances });
  }

  /** What should be there and cannot be read. */
  addTrouble({ absolute, path: name }: Place, trouble: "not-there" | "no-access"): void {
    const instances = this.#instancesOf(name);
    this.#add(absolute, { path: name, absolute, isNamed: true, instances, trouble });
  }

  passOver({ path: name }: Place, why: string): void {
    const isTold = this.#instancesOf(name).length > 0;
    this.#passedOver.set(name, { path: name, isTold, why });
  }

  /** Whether git tracks something in a folder; its own folder it never does. */
  hasTracked({ path: name }: Place): boolean {
    return path.basename(name) !== ".git" && this.#request.tracked?.hasBelow(name) === true;
  }

  /** Whether git tracks a file, or the config names it; of a folder or a link, whether it may lead to such a one. */
  isStated({ absolute, path: name }: Place, isWay: boolean): boolean {
    const { tracked } = this.#request;
    if (tracked?.has(name) || (isWay && tracked?.hasBelow(name))) return true;
    if (this.#bases.length === 0) return false;
    if (this.#instancesOf(name).length > 0) return true;
    const meets = (base: string) => isWithin(base, absolute) || isWithin(absolute, base);
    return isWay && this.#bases.some((base) => meets(base.real) || meets(base.absolute));
  }

  /** The paths in some folders that the config names without a pattern, and does not take out again. */
  literalsIn(folders: readonly string[]): readonly Place[] {
    return this.#bases.filter(
      (base) =>
        base.isLiteral &&
        folders.some((folder) => isWithin(folder, base.absolute)) &&
        this.#instancesOf(base.path).length > 0,
    );
  }

  sorted(): { found: Found[]; passedOver: PassedOver[] } {
    const found = [...this.#found.values()].sort(byPath);
    const names = new Set(found.map((file) => file.path));
    const passedOver = [...this.#passedOver.values()].filter((other) => !names.has(other.path));
    return { found, passedOver: passedOver.sort(byPath) };
  }

  #asNamed(absolute: string): string {
    const { root, fs } = this.#request;
    if (isWithin(root, absolute)) return relativeTo(root, absolute);
    // Where the root was itself reached through a link, what lies in it can seem to lie elsewhere.
    const real = path.join(realOf(path.dirname(absolute), fs), path.basename(absolute));
    return isWithin(this.root, real) ? this.nameOf(real) : relativeTo(root, absolute);
  }

  #add(real: string, file: Found): void {
    if (!this.#found.has(real)) this.#found.set(real, file);
  }

  #instancesOf(...names: string[]): readonly string[] {
    const { instancesOf } = this.#request;
    if (this.#moved.length === 0) return instancesOf(...names);
    const asWritten = this.#moved.flatMap(({ from, to }) =>
      names.filter((name) => isBelow(from, name)).map((name) => to + name.slice(from.length)),
    );
    return instancesOf(...names, ...asWritten);
  }
}

/** A file or folder: its absolute path, and its name in reports. */
export interface Place {
  readonly absolute: string;
  readonly path: string;
}

interface Base extends GlobBase, Place {
  readonly real: string;
}

/** As `isWithin`, of names in reports. */
function isBelow(folder: string, name: string): boolean {
  return name === folder || name.startsWith(`${folder}/`);
}

/** In the order of code units, the same on every system. */
function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
