package dev.quayside.catalog.sheet;

/**
 * The text of cells that a spreadsheet may open. One that begins like a formula would be run there, so it is written behind an apostrophe,
 * which spreadsheets take for "this is text" (OWASP, CSV injection); reading takes such an apostrophe away again.
 */
final class Cells {
    private static final String FORMULA = "=+-@\t\r'";

    private Cells() {}

    static String write(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    static String read(String cell) {
        boolean guarded = cell.length() > 1 && cell.charAt(0) == '\'' && FORMULA.indexOf(cell.charAt(1)) >= 0;
        return guarded ? cell.substring(1) : cell;
    }
}
