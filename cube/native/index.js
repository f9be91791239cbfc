'use strict'

const { getFinalQueryResult, getFinalQueryResultMulti } = require('./final-result.js')
const { ResultArrayWrapper, ResultMultiWrapper, ResultWrapper } = require('./result-wrapper.js')
const { rowsToColumnar, rowsToColumnarBuffer } = require('./columnar.js')

function unavailable(what) {
  return new Error(
    `${what} needs Cube's binary, which this installation replaces with JavaScript: see cube/native/README.md`,
  )
}

/** String literals of a statement replaced, as the binary logs them. */
function redactSqlLiterals(sql) {
  return sql.replace(/'(?:[^']|'')*'/g, "'redacted'")
}

class NativeInstance {
  /** Only model files with Jinja in them reach the engine's methods. */
  newJinjaEngine() {
    return {
      loadTemplate() {
        throw unavailable('Jinja in a model file')
      },
      renderTemplate() {
        throw unavailable('Jinja in a model file')
      },
    }
  }
}

module.exports = {
  NativeInstance,
  ResultArrayWrapper,
  ResultMultiWrapper,
  ResultWrapper,
  getFinalQueryResult,
  getFinalQueryResultMulti,
  isFallbackBuild: () => true,
  redactSqlLiterals,
  resetLogger() {},
  rowsToColumnar,
  rowsToColumnarBuffer,
  setupLogger() {},
}
