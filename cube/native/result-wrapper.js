'use strict'

const { getFinalQueryResult, getFinalQueryResultMulti } = require('./final-result.js')
const { rowsToColumnarBuffer } = require('./columnar.js')

/** One query's rows with what is needed to write them out as Cube's REST answer. */
class ResultWrapper {
  isWrapper = true
  isNative = false
  cached = false

  constructor(input) {
    if (input?.isWrapper) return input
    this.rows = input ?? []
    this.transformData = undefined
    this.rootResultObject = {}
  }

  get length() {
    return this.rows.length
  }

  [Symbol.iterator]() {
    return this.rows[Symbol.iterator]()
  }

  toJSON() {
    return this.rows
  }

  getRawData() {
    return [rowsToColumnarBuffer(this.rows)]
  }

  setTransformData(transformData) {
    this.transformData = transformData
  }

  getTransformData() {
    return [this.transformData]
  }

  setRootResultObject(root) {
    this.rootResultObject = root
  }

  getRootResultObject() {
    return [this.rootResultObject]
  }

  getResults() {
    return [this]
  }

  async getFinalResult() {
    return getFinalQueryResult(this.transformData, this.getRawData()[0], this.rootResultObject)
  }
}

class ResultWrappers {
  isWrapper = true

  constructor(results) {
    this.results = results
  }

  getResults() {
    return this.results
  }

  getTransformData() {
    return this.results.map((result) => result.getTransformData()[0])
  }

  getRawData() {
    return this.results.map((result) => result.getRawData()[0])
  }

  getRootResultObject() {
    return this.results.map((result) => result.getRootResultObject()[0])
  }
}

class ResultMultiWrapper extends ResultWrappers {
  constructor(results, rootResultObject) {
    super(results)
    this.rootResultObject = rootResultObject
  }

  async getFinalResult() {
    const { queryType, slowQuery } = this.rootResultObject
    return getFinalQueryResultMulti(this.getTransformData(), this.getRawData(), {
      queryType,
      results: this.getRootResultObject(),
      slowQuery,
    })
  }
}

class ResultArrayWrapper extends ResultWrappers {
  async getFinalResult() {
    return [this.getTransformData(), this.getRawData(), this.getRootResultObject()]
  }
}

module.exports = { ResultArrayWrapper, ResultMultiWrapper, ResultWrapper }
