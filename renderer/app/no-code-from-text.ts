import { config } from 'zod';

// The page may not build code from text, which is how zod would otherwise speed itself up. It tries as
// soon as the first schema is made, so this stands in zod's own chunk, which is run before any schema.
config({ jitless: true });
