// The modules of ssh2 that serve. Its main module has the client as well, with agents and proxies.

declare module "ssh2/lib/server.js" {
	import { Server } from "ssh2";
	export default Server;
}

declare module "ssh2/lib/keygen.js" {
	import { utils } from "ssh2";

	const keygen: Pick<typeof utils, "generateKeyPairSync">;
	export default keygen;
}

declare module "ssh2/lib/protocol/keyParser.js" {
	import { utils } from "ssh2";

	const keyParser: Pick<typeof utils, "parseKey">;
	export default keyParser;
}
