import { en, type Strings } from './en.ts';
import { es } from './es.ts';
import type { Language } from './languages.ts';

const all: Record<Language, Strings> = { en, es };

/** Interface strings of a language. */
export const stringsOf = (lang: Language): Strings => all[lang];
