import { commandOf } from "../answers.ts";

/** What serves the published card over SSH: a service of systemd, and a container. */
export function deployFiles(packageName: string): [string, string][] {
	const name = commandOf(packageName);
	return [
		[
			"deploy/README.md",
			`# Serving the card over SSH

\`\`\`sh
npx ${packageName} serve                      # ssh -p 2222 127.0.0.1, for a first look
npx ${packageName} serve --host 0.0.0.0       # for everyone who can reach this machine
npx ${packageName} serve --http 8080          # the page too, for browsers and curl
npx ${packageName} help serve                 # all options
\`\`\`

- As a service: [${name}.service](${name}.service)
- In a container: [Containerfile](Containerfile)

The first start creates the host key and prints its fingerprint. Keep the key: with a new one, everyone who came before is
warned.
`,
		],
		[
			`deploy/${name}.service`,
			`# npm install --global ${packageName}
# cp deploy/${name}.service /etc/systemd/system/ && systemctl enable --now ${name}
# journalctl -u ${name}                 the fingerprint, then a line for each connection
#
# Further options are in /etc/default/${name}, such as this line for the page:
#   OPTIONS=--http 8080

[Unit]
Description=Résumé over SSH
After=network.target

[Service]
EnvironmentFile=-/etc/default/${name}
ExecStart=/usr/bin/env ${name} serve --host 0.0.0.0 --port 2222 --host-key %S/${name}/ssh_host_ed25519_key $OPTIONS
Restart=on-failure
DynamicUser=yes
StateDirectory=${name}
StateDirectoryMode=0700
UMask=0077
CapabilityBoundingSet=
NoNewPrivileges=yes
PrivateDevices=yes
PrivateTmp=yes
ProtectControlGroups=yes
ProtectHome=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectSystem=strict
RestrictAddressFamilies=AF_INET AF_INET6
RestrictNamespaces=yes
LockPersonality=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
MemoryMax=1G

[Install]
WantedBy=multi-user.target
`,
		],
		[
			"deploy/Containerfile",
			`# podman build -t ${name} -f deploy/Containerfile .
# podman run -d --name ${name} -p 2222:2222 -v ${name}-key:/data --read-only --cap-drop=all \\
#   --security-opt=no-new-privileges --memory=1g ${name}
#
# What follows the image's name is added to the command: -p 8080:8080 before it and --http 8080 after it serve the page too.

FROM docker.io/library/node:24-alpine AS install
RUN npm install --global --prefix /card ${packageName}

FROM docker.io/library/node:24-alpine
RUN mkdir /data && chown node:node /data && chmod 700 /data
COPY --from=install /card /card
USER node
VOLUME /data
EXPOSE 2222
ENTRYPOINT ["/card/bin/${name}", "serve", "--host", "0.0.0.0", "--port", "2222", "--host-key", "/data/ssh_host_ed25519_key"]
`,
		],
	];
}
