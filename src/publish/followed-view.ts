import { FOLLOWED, type Followed } from '../referat/followed.ts'
import type { Punkt } from '../referat/punkt.ts'

/** Whether a recommendation was followed, as a page shows it. */
export interface FollowedView {
  readonly id: Followed
  readonly label: string
}

/** Whether the recommendation of a punkt was followed; undefined where there is nothing to compare. */
export function followedView(punkt: Punkt): FollowedView | undefined {
  const id = punkt.followed?.followed
  return id === undefined ? undefined : { id, label: followedLabel(id) }
}

/** What a page calls it. */
export function followedLabel(followed: Followed): string {
  return FOLLOWED.find(({ id }) => id === followed)?.label ?? ''
}
