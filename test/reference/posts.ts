import { type Day, yearOf } from './days.ts'
import type { Post } from './records.ts'
import type { World } from './world.ts'

/** Rules, Levy: contracts that cover a day of the year up to the as-of day, of whomever. */
export function validPosts(world: World, day: Day): Post[] {
  const year = String(yearOf(day))
  return world.records.posts.filter(
    (post) => post.year === year && post.startedOn <= day && post.endedOn >= `${year}-01-01`,
  )
}
