package io.github.sindy4j.linalg;

class LargeFoldTest implements LargeFoldContract {}
