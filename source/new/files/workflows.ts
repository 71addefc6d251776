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

/**
 * Publishes the page of a pushed tag on GitHub Pages, if they are on: Settings, Pages, Source "GitHub Actions". What is private is in
 * none of its files.
 */
export const pageWorkflow = `name: page
on:
  push:
    tags: ["v*"]
  workflow_dispatch:
permissions:
  contents: read
  pages: write
  id-token: write
jobs:
  page:
    if: github.event.repository.has_pages
    runs-on: ubuntu-latest
    environment:
      name: github-pages
      url: \${{ steps.deploy.outputs.page_url }}
    steps:
${set}      - run: npm install
      - run: npm test
      - uses: actions/configure-pages@v5
        id: pages
      - run: node -C development bin.cjs export public --public-url "\${{ steps.pages.outputs.base_url }}"
      - uses: actions/upload-pages-artifact@v3
        with:
          path: public
      - uses: actions/deploy-pages@v4
        id: deploy
`;
