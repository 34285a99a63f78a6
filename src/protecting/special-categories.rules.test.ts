import assert from 'node:assert/strict'
import { test } from 'node:test'
import { suggestSpecialCategory } from './special-categories.rules.ts'

test('what people tell of their health, faith or politics is noticed, whatever ending the word has', () => {
	const told: [string, string, string][] = [
		['Seit meiner Krebserkrankung komme ich ohne Bus nicht zur Behandlung.', 'health', 'Krebserkrankung'],
		['Nach dem Brustkrebs hat mir niemand geholfen.', 'health', 'Brustkrebs'],
		['Ich hatte Depressionen, und hier redet keiner darüber.', 'health', 'Depressionen'],
		['Mein Sohn ist süchtig.', 'health', 'süchtig'],
		['Als Mitglied der SPD werde ich anders behandelt.', 'politics', 'SPD'],
		['Seit ich aus der Partei ausgetreten bin, grüßt er nicht mehr.', 'politics', 'Partei'],
		['Ich bin gläubig, für mich gehört der Gottesdienst dazu.', 'belief', 'gläubig'],
		['Wir sind 2015 geflüchtet.', 'origin', 'geflüchtet'],
		['Als schwules Paar auf dem Dorf …', 'sexuality', 'schwules'],
		['In der Gewerkschaft heißt es dann, stell dich nicht so an.', 'union', 'Gewerkschaft'],
		['Beim Brotbacken in der IG Metall.', 'union', 'IG Metall'],
	]
	for (const [passage, category, word] of told)
		assert.deepEqual(suggestSpecialCategory(passage), { category, word }, passage)
})

test('buses, benches, hospitals and verbs that look alike are nobody’s secret', () => {
	for (const passage of [
		'Das Krankenhaus ist eine halbe Stunde weg.',
		'Die Krankenkasse hat ihre Filiale geschlossen.',
		'Man sucht hier lange nach einem Parkplatz.',
		'Ich glaube, der Bus kommt heute nicht.',
		'Der grüne Zaun an der Kirche fällt um.',
		'Der Parteiverkehr im Amt endet um zwölf.',
		'',
	])
		assert.equal(suggestSpecialCategory(passage), null, passage)
})
