/**
 * The language that texts are written in, as far as they surely show it: by their script, and for the Latin one by words
 * that no other language of the list has. Whoever writes in another language than these is not taken for one of them.
 */

/** Characters that are read; what more there is says nothing new. */
const enough = 20_000;

/** @returns a BCP 47 tag; undefined if nothing shows it. */
export function detectLanguage(texts: Iterable<string>): string | undefined {
	let words = "";
	for (const each of texts) {
		words += /^\S*(?:@|:\/\/)\S*$/.test(each) ? "" : `${each}\n`;
		if (words.length >= enough) {
			break;
		}
	}

	const text = words.slice(0, enough).toLowerCase();
	return (/^[ -~\s]*$/.test(text) ? undefined : byScript(text)) ?? byWords(text);
}

const scripts = {
	kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
	hangul: /\p{Script=Hangul}/gu,
	han: /\p{Script=Han}/gu,
	cyrillic: /\p{Script=Cyrillic}/gu,
	arabic: /\p{Script=Arabic}/gu,
	hebrew: /\p{Script=Hebrew}/gu,
	latin: /\p{Script=Latin}/gu,
};

/** Latin letters that one of these says as much as: product and company names are Latin in any language. */
const latinLetters = 3;

function byScript(text: string): string | undefined {
	const count = (script: keyof typeof scripts) => text.match(scripts[script])?.length ?? 0;
	const outweighsLatin = (letters: number) => letters > 0 && letters * latinLetters > count("latin");
	const [kana, han, hangul] = [count("kana"), count("han"), count("hangul")];
	if (outweighsLatin(kana + han + hangul)) {
		// Japanese has a kana to two Han characters or so even in terse lists; Chinese and Korean quote some of the others'.
		const japanese = text.match(onlyJapanese)?.length ?? 0;
		const isJapanese = kana * 8 > han || japanese > 1 || (japanese > 0 && kana > 0);
		return hangul > kana + han ? "ko" : isJapanese ? "ja" : chinese(text);
	}

	if (outweighsLatin(count("cyrillic"))) {
		// Ukrainian, Belarusian, Serbian, Macedonian, Kazakh … have letters that Russian has not; Bulgarian has no ы.
		return /[ґєіїўђјљњћџѓќѕәғқңөұүһ]/.test(text) || !/[ыэё]/.test(text) ? undefined : "ru";
	}

	if (outweighsLatin(count("arabic"))) {
		// Urdu, Pashto, Sorani and Uyghur have letters of their own; Persian has these, which Arabic has not.
		return /[ٹڈڑےټډړښۍڕڵێۆھەېۇ]/.test(text) ? undefined : /[پچژگکی]/.test(text) ? "fa" : "ar";
	}

	return outweighsLatin(count("hebrew")) ? "he" : undefined;
}

// Characters of everyday and of résumés that are written in one way only in each: 经/經, 学/學 …
const simplified =
	/[经历学业国发现开门东车书长马时会员计机编译设语专软网数据图达连过运进远选华军农审导层应张强录总战术杂权条极构标样树]/g;
const traditional =
	/[經歷學業國發現開門東車書長馬時會員計機編譯設語專軟網數據圖達連過運進遠選華軍農審導層應張強錄總戰術雜權條極構標樣樹]/g;

// Characters that Japan has simplified in its own way, and words that only Japanese résumés have: lists may have no kana.
const onlyJapanese =
	/[経験歴実応対総営広売読気駅図権検県済雑処戦専続択沢団鉄転伝発変毎満訳薬様覧両労楽価帰]|株式会社|有限会社|合同会社|平成|令和|昭和/g;

const chinese = (text: string): string =>
	(text.match(traditional)?.length ?? 0) > (text.match(simplified)?.length ?? 0) ? "zh-Hant" : "zh-Hans";

/** Words that count once, as words with such an ending do; and those that say it alone: headings, months, languages, jobs. */
type Marks = { common: string; ending?: RegExp; sure?: string };

const latin: Record<string, Marks> = {
	en: {
		common: "the of and to for with from by at using on",
		sure: "education experience skills work present english french german spanish",
	},
	de: {
		common: "und der die das den dem des mit für von im bei eine einer zur zum auf als über sowie",
		ending: /.{4}(?:ung|ungen|keit|schaft)$/,
		sure: "mrz januar februar märz juni juli oktober dezember heute seit berufserfahrung ausbildung kenntnisse sprachen veröffentlichungen auszeichnungen deutsch englisch französisch praktikum abitur werkstudent werkstudentin freiberuflich inhaber inhaberin mitarbeiter mitarbeiterin leiter leiterin muttersprache",
	},
	fr: {
		common: "et le la les de des du une dans pour avec sur au aux l d en à par",
		ending: /.{3}(?:eur|euse|trice|ement|ique|isation)$/,
		sure: "janv févr juil janvier février avril juillet août septembre octobre décembre aujourd présent expérience compétences langues bénévolat expériences diplôme diplômes déc loisirs certificats français anglais stagiaire indépendant indépendante ingénieure",
	},
	es: {
		common: "y el la los las de del una con para por en como al",
		ending: /.{3}(?:ción|ciones|dad)$/,
		sure: "ene enero febrero septiembre octubre noviembre diciembre actualidad presente experiencia educación formación habilidades idiomas dic español inglés becario becaria diseñador diseñadora desarrollador desarrolladora ingeniero ingeniera aficiones",
	},
	pt: {
		common: "e os de dos das uma com não por em no na ao pela pelo",
		ending: /.{3}(?:ção|ções|dade)$/,
		sure: "janeiro fevereiro março setembro outubro novembro dezembro atual atualmente experiência educação formação habilidades idiomas português inglês desenvolvedor desenvolvedora estágio estagiário estagiária graduação bacharelado",
	},
	// Without words of ours; they are here so that they are not taken for one of the others.
	it: {
		common: "e il la gli di del della con per una dei nel in da",
		sure: "italiano inglese gennaio febbraio settembre esperienza istruzione competenze",
	},
	nl: {
		common: "en het een van de voor met op bij in als",
		sure: "nederlands engels januari februari maart ervaring opleiding heden",
	},
	ca: { common: "i el la els les amb per de una al", sure: "català anglès gener febrer experiència educació" },
	sv: { common: "och för med av som att på en ett", sure: "januari februari erfarenhet utbildning" },
	da: { common: "og af for med til som en et på", sure: "januar februar erfaring uddannelse" },
	pl: { common: "i w z na do oraz dla od", sure: "doświadczenie wykształcenie umiejętności" },
};

const known = ["en", "de", "fr", "es", "pt"];

/** What a word that says it alone is worth, and the least that counts as shown. */
const sureWorth = 4;

function byWords(text: string): string | undefined {
	const words = text.match(/\p{L}+/gu) ?? [];
	const scores = Object.entries(latin).map(([language, { common, ending, sure = "" }]) => {
		const [commons, sures] = [new Set(common.split(" ")), new Set(sure.split(" "))];
		const score = words.reduce(
			(sum, word) => sum + (sures.has(word) ? sureWorth : commons.has(word) || ending?.test(word) ? 1 : 0),
			0,
		);
		return { language, score };
	});
	scores.sort((a, b) => b.score - a.score);
	const [best, next] = scores;
	return best!.score >= sureWorth && best!.score >= next!.score * 1.5 && known.includes(best!.language)
		? best!.language
		: undefined;
}
