/** Terms to choose from, by their SPDX id (https://spdx.org/licenses); "none" keeps all rights. */
export const licenses = {
	none: { title: "None: all rights reserved", spdx: "UNLICENSED" },
	MIT: { title: "MIT: anyone may use and change it", spdx: "MIT" },
	"CC-BY-4.0": { title: "CC BY 4.0: anyone may share it, with your name", spdx: "CC-BY-4.0" },
} as const;

export type LicenseId = keyof typeof licenses;

/** The text of the file LICENSE; undefined if there is none. */
export function licenseText(license: LicenseId, holder: string, year: number): string | undefined {
	switch (license) {
		case "none":
			return undefined;
		case "MIT":
			return mit(holder, year);
		case "CC-BY-4.0":
			return `Copyright (c) ${year} ${holder}

This work is licensed under the Creative Commons Attribution 4.0 International License.
The license is at https://creativecommons.org/licenses/by/4.0/legalcode
`;
	}
}

/** https://spdx.org/licenses/MIT.html */
const mit = (holder: string, year: number) => `MIT License

Copyright (c) ${year} ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
`;
