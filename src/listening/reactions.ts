/** What listening does when something is withdrawn: a tombstone, so that a restored backup withdraws it again. */
import { react } from '#platform/announcements.ts'
import { setTombstones } from './tombstones.ts'

react('consent-withdrawn', (db, { speakerId, channel }) =>
	setTombstones(db, { speakerId, kinds: [channel], at: new Date() }),
)
