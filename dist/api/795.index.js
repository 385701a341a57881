"use strict";
exports.id = 795;
exports.ids = [795];
exports.modules = {

/***/ 795:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   re2: () => (/* binding */ re2)
/* harmony export */ });
/* harmony import */ var re2js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(856);

/**
 * Linear-time regular expressions (RE2), for every expression that comes from input: a hostile one costs no more than
 * its length times the text's.
 */
const re2 = {
    compile(pattern, { ignoreCase }) {
        try {
            const compiled = re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.compile(pattern, ignoreCase ? re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JS */ .L3.CASE_INSENSITIVE : 0);
            const usable = {
                groups: compiled.groupCount(),
                size: compiled.programSize(),
                match(text) {
                    const matcher = compiled.matcher(text);
                    if (!matcher.matches())
                        return undefined;
                    return compiled.groupCount() > 0 ? (matcher.group(1) ?? "") : "";
                },
            };
            return usable;
        }
        catch (error) {
            if (!(error instanceof re2js__WEBPACK_IMPORTED_MODULE_0__/* .RE2JSSyntaxException */ .pB))
                throw error;
            return { error: String(error.error ?? ""), fragment: String(error.input ?? "") };
        }
    },
};


/***/ })

};
;