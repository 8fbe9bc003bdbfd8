/** Variables of the Citation Style Language, 1.0.2, by what they hold; all others hold text or numbers. */

export const nameVariables = [
  'author', 'chair', 'collection-editor', 'compiler', 'composer', 'container-author', 'contributor', 'curator', 'director', 'editor', 'editor-translator',
  'editorial-director', 'executive-producer', 'guest', 'host', 'illustrator', 'interviewer', 'narrator', 'organizer', 'original-author', 'performer',
  'producer', 'recipient', 'reviewed-author', 'script-writer', 'series-creator', 'translator',
] as const;

export const dateVariables = ['accessed', 'available-date', 'event-date', 'issued', 'original-date', 'submitted'] as const;
