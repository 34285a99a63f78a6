/** The names of a conversation as they change in number: places come and go. Pure. */
import type { Finding } from '../names/decide-names.ts'
import type { NameGroup } from '../names/find-names-desk.ts'

export function countingGroups(before: readonly NameGroup[]) {
	const groups = new Map(before.map((group) => [`${group.kind} ${group.name}`, { ...group }]))
	return {
		count(one: Finding, by: 1 | -1) {
			const key = `${one.kind} ${one.name}`
			const group = groups.get(key) ?? { ...one, all: 0, open: 0, kept: 0, findingId: one.id, page: 0 }
			group.all += by
			if (one.state === 'open') group.open += by
			if (one.state === 'kept') group.kept += by
			if (by > 0) group.replacement = one.replacement
			groups.set(key, group)
		},
		groups: (): NameGroup[] => [...groups.values()].filter(({ all }) => all > 0),
	}
}
