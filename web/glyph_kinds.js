// Texts that are drawn in a way of their own. Limits: asked of one character, cluster or word, never of a sentence.

// What is an emoji by itself or by U+FE0F is in colour also where a text font has a plain picture of it.
export const isEmoji = (text) => /\p{Emoji_Presentation}|\p{Emoji}\uFE0F/u.test(text);
export const isBlank = (text) => /^[\s\u2000-\u200F]*$/u.test(text);
