// npm run build
import { buildProgram } from "./program.mjs";

await buildProgram();
