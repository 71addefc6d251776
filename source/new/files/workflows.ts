const set = `      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 24
`;

/** Checks the card on every push and pull request. */
export const checkWorkflow = `name: check
on:
  push:
    branches: ["**"]
  pull_request:
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
${set}      - run: npm install
      - run: npm test
`;

/**
 * Publishes a pushed tag, with provenance (https://docs.npmjs.com/generating-provenance-statements): npm then shows which
 * commit the package was made from, and wants the repository in package.json for that.
 */
export const publishWorkflow = `name: publish
on:
  push:
    tags: ["v*"]
permissions:
  contents: read
  id-token: write
jobs:
  publish:
    runs-on: ubuntu-latest
    steps:
${set}          registry-url: https://registry.npmjs.org
      - run: npm install
      - run: npm test
      - run: npm pkg set "repository=github:$GITHUB_REPOSITORY"
      - run: npm publish --provenance --access public
        env:
          NODE_AUTH_TOKEN: \${{ secrets.NPM_TOKEN }}
`;
