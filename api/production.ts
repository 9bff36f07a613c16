// Imported before everything else: graphql-js checks every object twice unless told, when it is loaded, that this is no
// place for finding mistakes.
process.env.NODE_ENV ??= 'production'
