/** A query of the page that a part of it shows: the same object, whose answer changes. */
export const SHARED = { attribute: false, hasChanged: () => true } as const;
