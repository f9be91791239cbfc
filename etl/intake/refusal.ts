/** A file that cannot be read as a whole; the message is the reason given to the unit. */
export class Refusal extends Error {}
