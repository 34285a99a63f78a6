/** What listening does when something is withdrawn or restricted: a tombstone, so that a restored backup does it again. */
import { react } from '#platform/announcements.ts'
import { setTombstones } from './tombstones.ts'

react('consent-withdrawn', (db, { speakerId, channel }) =>
	setTombstones(db, { speakerId, kinds: [channel], at: new Date() }),
)

react('speaker-restricted', (db, { speakerId }) =>
	setTombstones(db, { speakerId, kinds: ['restricted'], at: new Date() }),
)
