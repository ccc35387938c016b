const day = 24 * 60 * 60 * 1000

/** What callers have used of a day's requests. It is kept in memory: a restart begins the day anew, and each process counts for itself. */
export class Quota {
  private today = Number.NaN
  private readonly used = new Map<string, number>()

  /**
   * Takes one request from what a caller may make in the day of `now`, in milliseconds since 1970; days are of UTC. Gives the seconds until the
   * next day where nothing is left, and undefined where there was.
   */
  take(caller: string, perDay: number, now: number): number | undefined {
    const today = Math.floor(now / day)
    if (today !== this.today) this.used.clear()
    this.today = today
    const used = this.used.get(caller) ?? 0
    if (used >= perDay) return Math.ceil(((today + 1) * day - now) / 1000)
    this.used.set(caller, used + 1)
    return undefined
  }
}
