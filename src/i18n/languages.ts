/** Languages that the interface speaks; the first is the site's own and has no prefix in its addresses. */
export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];
export const defaultLanguage: Language = 'en';

/** A language's own name for itself, for the switch in the masthead. */
export const languageNames: Record<Language, string> = { en: 'English', es: 'Español' };

/** Prefix of a language's addresses: empty for the default, `/es` for Spanish. */
export const prefixOf = (lang: Language): string => (lang === defaultLanguage ? '' : `/${lang}`);

/** True for a language of the interface. */
export const isLanguage = (value: string): value is Language => (languages as readonly string[]).includes(value);
