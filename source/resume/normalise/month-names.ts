/**
 * The months' names in the languages that résumés are mostly written in, after the Unicode CLDR
 * (https://cldr.unicode.org), with the genitives that dates need. A beginning of three letters means the whole, so that
 * only abbreviations that aren't one are here too; `_` is a space within a name.
 */
const table = `
january januar jänner janvier enero janeiro gennaio januari stycznia styczeń ledna leden ocak январь января січень січня يناير كانون_الثاني جانفي ינואר ژانویه
february februar feber février febrero fevereiro febbraio februari lutego luty února únor şubat февраль февраля лютий лютого فبراير شباط فيفري פברואר فوریه
march marts märz mrz mars marzo março maart mrt marzec marca březen března mart март марта березень березня مارس آذار מרץ מרס
april avril abril aprile kwiecień kwietnia duben dubna nisan апрель апреля квітень квітня أبريل نيسان أفريل אפריל آوریل
may mai mayo maio maggio mei maj maja květen května mayıs май мая травень травня مايو أيار ماي מאי مه می
june juni juin junio junho giugno czerwiec czerwca červen června haziran čvn июнь июня червень червня يونيو يونيه حزيران جوان יוני ژوئن
july juli juillet julio julho luglio lipiec lipca červenec července temmuz čvc июль июля липень липня يوليو يوليه تموز جويلية يوليوز יולי ژوئیه جولای
august août agosto augustus augusti sierpień sierpnia srpen srpna ağustos август августа серпень серпня أغسطس آب أوت غشت אוגוסט اوت آگوست
september septembre septiembre setiembre setembro settembre wrzesień września září eylül сентябрь сентября вересень вересня سبتمبر أيلول شتنبر ספטמבר سپتامبر
october oktober octobre octubre outubro ottobre październik października říjen října ekim октябрь октября жовтень жовтня أكتوبر تشرين_الأول אוקטובר اکتبر
november novembre noviembre novembro listopad listopada listopadu kasım ноябрь ноября листопад листопада نوفمبر تشرين_الثاني نونبر נובמבר نوامبر
december dezember décembre diciembre dezembro dicembre grudzień grudnia prosinec prosince aralık декабрь декабря грудень грудня ديسمبر كانون_الأول دجنبر דצמבר دسامبر
`;

/** Without accents and the Arabic marks that are often left out; in lower case. */
export const foldWord = (word: string): string =>
	/^[a-z]*$/.test(word)
		? word
		: word
				.toLowerCase()
				.normalize("NFD")
				.replace(/[\u0300-\u036F\u0653-\u0655]/g, "")
				.replaceAll("ı", "i");

let months: string[][] | undefined;

/**
 * The month of a name or of its beginning, from 1: "jan", "Janv", "март".
 * @returns undefined for what isn't a month's name, or can be more than one's.
 */
export function monthOf(word: string): number | undefined {
	months ??= table
		.trim()
		.split("\n")
		.map((line) => line.split(" ").map((name) => foldWord(name.replace("_", " "))));
	const folded = foldWord(word.replace(/[.'’׳״]+$/, ""));
	const exact = months.findIndex((names) => names.includes(folded));
	if (exact !== -1) {
		return exact + 1;
	}

	const meant =
		folded.length < 3
			? []
			: months.flatMap((names, index) => (names.some((name) => name.startsWith(folded)) ? [index + 1] : []));
	return meant.length === 1 ? meant[0] : undefined;
}
