/**
 * The words around dates, in the languages that résumés are mostly written in: for an end that hasn't come yet, for what is
 * only expected, for a start, and between the two.
 */

/** A phrase of the list, as part of an expression: a space matches any white space, or none. */
const anyOf = (...lists: string[]): string =>
	lists
		.flatMap((list) => list.split("|"))
		.map((phrase) => phrase.trim().replace(/[.()]/g, "\\$&").replaceAll("'", "['’]").replaceAll(" ", "\\s*"))
		.sort((a, b) => b.length - a.length)
		.join("|");

const now = anyOf(
	"present|the present|present day|now|date|to date|to-date|today|current|currently|ongoing|on-going|in progress",
	"heute|dato|jetzt|aktuell|laufend|andauernd|gegenwärtig|fortlaufend",
	"aujourd'hui|présent|ce jour|maintenant|actuel|actuelle|actuellement|en cours|nos jours",
	"actualidad|la actualidad|presente|el presente|actual|actualmente|hoy|hoy en día|act.|la fecha|ahora|en curso",
	"atual|atualmente|o presente|o momento|momento atual|data atual|hoje|agora|em andamento|os dias atuais|dias atuais",
	"oggi|attuale|attualmente|in corso|heden|nu|obecnie|teraz|dziś|současnost|nuvarande|günümüz|halen",
	"настоящее время|настоящего времени|наст. время|наст. вр.|н. в.|сейчас|сегодня|текущее время|теперішній час|дотепер|сьогодні",
	"الآن|الان|حتى الآن|الحاضر|الوقت الحاضر|الوقت الحالي|حاليا|حالياً|اليوم",
	"היום|עד היום|ועד היום|כיום|הווה|עכשיו|ההווה",
	"اکنون|تاکنون|تا کنون|هم‌اکنون|حال|حال حاضر|زمان حال|امروز|حالا",
	"至今|迄今|今|现在|現在|当前|當前|目前|现职|現職|在职|在職|在职中|在職中|在籍中|在学中|継続中|현재|지금|재직 중|재학 중|진행 중",
);

const until = anyOf(
	"until|till|to|up to|bis|bis zum|jusqu'à|jusqu'au|jusqu'en|à|hasta|até|ao|fino a|fino ad|tot|tot op|do|по|до|наразі",
	"حتى|إلى|الى|עד|تا|至|到|迄",
);

const since = anyOf(
	"since|from|starting|seit|ab|von|vom|depuis|depuis le|dès|à partir de|à compter de|de|du|desde|a partir de|da|dal",
	"sinds|vanaf|van|od|с|со|начиная с|з|від|منذ|من|ابتداء من|ابتداءً من|מאז|החל מ|החל ב|از|自|从|從|由",
);

const expected = anyOf(
	"expected|anticipated|planned|projected|estimated|voraussichtlich|geplant|erwartet|vsl.",
	"prévu|prévue|attendu|attendue|previsto|prevista|esperado|esperada|estimado|estimada|previsão|verwacht",
	"ожидается|ожидаемый|ожидаемая|планируется|предполагается|متوقع|المتوقع|צפוי|צפויה|משוער|پیش‌بینی|پیش بینی|مورد انتظار",
);
const expectedEastAsian = anyOf(
	"预计毕业|预计|预期|預計畢業|預計|預期|見込み|見込|卒業予定|修了予定|終了予定|予定|졸업 예정|예정|예상",
);

/** No letter or digit beside it: `\b` knows ASCII only. */
const apart = (source: string) => `(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`;

const nowWords = new RegExp(`^(?:(?:${until})\\s*)?(?:${now})\\.?(?:\\s*[(（](?:${now})[)）])?$`, "iu");
const expectedWords = new RegExp(
	`\\s*[([（]?\\s*(?:${apart(`(?:${expected})(?:\\s+(?:in|for|für|en|para|em)(?![\\p{L}]))?`)}|${expectedEastAsian}):?\\s*[)\\]）]?`,
	"iu",
);
const sinceWords = new RegExp(`^(?:${since})(?:\\s+|(?=\\d)|(?<=[自从從由])|(?<=החל [מב])־?)`, "iu");
const sinceEnding = /\s*(?:起|开始|開始|以来|以來|から|より|부터|이후)$/u;
const untilWords = new RegExp(`^(?:${until})(?:\\s+|(?=\\d)|(?<=[至到迄]))`, "iu");
const untilEnding = /\s*(?:まで|迄|为止|為止|까지)$/u;
/** Hebrew writes "from", and "until" or "in", as one letter before the word. */
const hebrewFrom = /^מ־?(?=\p{Script=Hebrew}{3}|\d)/u;
const hebrewUntil = /^[לב]־?(?=\p{Script=Hebrew}{3}|\d)/u;

/** Whether the words say that something is still going on: "Present", "heute", "至今" … */
export const isNow = (words: string): boolean => nowWords.test(words.trim());

/** The words without "(expected)" and its like, and whether they were there. */
export function readExpected(words: string): { words: string; isExpected: boolean } {
	const rest = words.replace(expectedWords, " ").replace(/^[\s,]+|[\s,]+$/g, "");
	return rest !== "" && rest !== words.trim() ? { words: rest, isExpected: true } : { words, isExpected: false };
}

/** The words without "since", "seit", "с", "から" …, and whether they were there. */
export function readSince(words: string): { words: string; isSince: boolean } {
	const rest = words.trim().replace(sinceWords, "").replace(sinceEnding, "").replace(hebrewFrom, "");
	return { words: rest, isSince: rest !== words.trim() };
}

/** The words without "until", "bis", "по", "まで" … */
export const withoutUntil = (words: string): string =>
	words.trim().replace(untilWords, "").replace(untilEnding, "").replace(hebrewUntil, "");

/** What separates a start from an end. */
export const separators = new RegExp(
	`\\s*[-–—−‐‑~～〜]+\\s*|\\s*(?:至|到|から|부터)\\s*|\\s+(?:${anyOf(
		"to|until|till|through|thru|bis|bis zum|à|au|jusqu'à|jusqu'en|jusqu'au|a|al|hasta|até|ao|fino a|tot|do|по|до|إلى|الى|حتى|עד|تا",
	)})\\s+`,
	"giu",
);
