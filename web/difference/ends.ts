/** The two sides: a day and a dataset each. */
export interface Ends {
  from: string
  fromSnapshot: string
  to: string
  toSnapshot: string
}
