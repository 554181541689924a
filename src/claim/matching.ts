// How many of two lists can be paired one to one.

/** The largest number of pairs, by augmenting paths: each one tries its partners (their indices), moving others aside. */
export function largestMatching(partners: readonly (readonly number[])[]): number {
  const holder = new Map<number, number>();
  const place = (one: number, tried: Set<number>): boolean => {
    for (const other of partners[one]!) {
      if (tried.has(other)) continue;
      tried.add(other);
      const before = holder.get(other);
      if (before !== undefined && !place(before, tried)) continue;
      holder.set(other, one);
      return true;
    }
    return false;
  };
  return partners.filter((_, at) => place(at, new Set())).length;
}
