package io.github.sindy4j.report;

/**
 * A part of a report under a heading of its own: a paragraph, a table, or both. If there is
 * neither, it is left out of the page.
 *
 * @param heading its heading
 * @param text a paragraph above the table; may be empty
 * @param table the table; may be {@link Table#NONE}
 * @param place where it stands
 */
public record Section(String heading, String text, Table table, Place place) {
  /** Where a section stands in the page. */
  public enum Place {
    /** Above the picture: the result itself. */
    BEFORE_FIGURE,
    /** Below the picture. */
    AFTER_FIGURE,
    /** After all others, folded until the reader opens it. */
    FOLDED
  }

  /** A table below the picture. */
  public static Section of(String heading, Table table) {
    return new Section(heading, "", table, Place.AFTER_FIGURE);
  }

  /** The same with a paragraph above the table. */
  public Section withText(String newText) {
    return new Section(heading, newText, table, place);
  }

  /** The same in another place. */
  public Section at(Place newPlace) {
    return new Section(heading, text, table, newPlace);
  }

  /** Whether there is nothing under the heading. */
  public boolean isEmpty() {
    return text.isBlank() && table.isEmpty();
  }
}
