/** Thrown for what a user can mend: a folder or a file that cannot be used. The message says so, in Danish, and is shown. */
export class Refusal extends Error {}
