package io.github.sindy4j.io;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.github.sindy4j.notice.BadData;
import io.github.sindy4j.notice.SindyException;
import java.io.CharArrayReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Reads text into a table: looks at its beginning for the separator, then streams it cell by cell.
 */
final class TableReader<T extends RowHandler.Rows> {
  static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int SAMPLE = 1 << 16;

  private final Place place;
  private final BiFunction<Header, Boolean, T> tables;

  /** {@code tables} makes one from the header, knowing whether decimals may have a comma. */
  TableReader(Place place, BiFunction<Header, Boolean, T> tables) {
    this.place = place;
    this.tables = tables;
  }

  T read(Reader reader) {
    String sample = sampleOf(reader);
    if (sample.indexOf('\0') >= 0) {
      throw notText();
    }
    boolean mark = sample.startsWith(BYTE_ORDER_MARK);
    Reader whole =
        new ReplayReader(
            new CharArrayReader(sample.toCharArray(), mark ? 1 : 0, sample.length()), reader);
    return read(whole, Separator.detect(mark ? sample.substring(1) : sample));
  }

  /** The beginning of a text, from which its separator is found. */
  String sampleOf(Reader reader) {
    try {
      return sample(reader);
    } catch (IOException e) {
      throw unreadable(place, e, 0);
    }
  }

  /** Reads text whose separator is known, and which has no byte order mark. */
  T read(Reader reader, Separator separator) {
    RowHandler<T> handler =
        new RowHandler<>(
            place, separator, header -> tables.apply(header, separator.allowsDecimalComma()));
    parse(place, reader, separator, handler);
    return handler.table();
  }

  /** Goes on with the rows of a table that is there already, which begin with this line. */
  static void readOn(
      Place place, Reader reader, Separator separator, RowHandler.Rows table, long firstLine) {
    parse(place, reader, separator, new RowHandler<>(place, separator, table, firstLine));
  }

  private static String sample(Reader reader) throws IOException {
    char[] buffer = new char[SAMPLE];
    int filled = 0;
    while (filled < SAMPLE) {
      int count = reader.read(buffer, filled, SAMPLE - filled);
      if (count < 0) {
        break;
      }
      filled += count;
    }
    return new String(buffer, 0, filled);
  }

  private static void parse(
      Place place, Reader reader, Separator separator, RowHandler<?> handler) {
    Iterator<Boolean> records =
        CsvReader.builder()
            .fieldSeparator(separator.symbol())
            .commentStrategy(CommentStrategy.SKIP)
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .build(handler, reader)
            .iterator();
    try {
      while (records.hasNext()) {
        records.next();
      }
    } catch (CsvParseException e) {
      if (e.getCause() instanceof SindyException known) {
        throw known;
      }
      if (e.getCause() instanceof RuntimeException bug) {
        throw bug;
      }
      throw place
          .line(handler.line())
          .bad(
              "broken-quotes",
              "a quoted cell does not end as it should",
              "Close the quote, and double quotes inside it",
              e);
    } catch (UncheckedIOException e) {
      throw unreadable(
          place, Optional.ofNullable(e.getCause()).orElseGet(IOException::new), handler.line());
    }
  }

  private static BadData unreadable(Place place, IOException e, long line) {
    if (e instanceof CharacterCodingException) {
      String after = line > 0 ? " after line " + line : "";
      return place.bad(
          "not-utf8",
          "it is not text in UTF-8: a byte" + after + " belongs to no character",
          "Save it as text in UTF-8; spreadsheet programs call that 'CSV UTF-8'",
          e);
    }
    return place.bad(
        "unreadable", "reading failed: " + Place.reason(e), "Check that the file can be opened", e);
  }

  private BadData notText() {
    return place.bad(
        "not-text",
        "it is not a text file, or not in UTF-8",
        "Save it as text in UTF-8; spreadsheet programs call that 'CSV UTF-8'");
  }

  /** The sample again, and then what follows it. */
  private static final class ReplayReader extends Reader {
    private final Reader sample;
    private final Reader rest;

    ReplayReader(Reader sample, Reader rest) {
      this.sample = sample;
      this.rest = rest;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int count = sample.read(buffer, offset, length);
      return count >= 0 ? count : rest.read(buffer, offset, length);
    }

    @Override
    public void close() {
      // The rest belongs to whoever opened it.
    }
  }
}
