package io.github.sindy4j.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.github.sindy4j.notice.BadData;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a whole JSON text into the tree of {@link JsonObject}. */
final class JsonTree {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private JsonTree() {}

  /** The object that the file holds. */
  static JsonValue read(Path path) {
    Place place = new Place(path.toString());
    if (Files.isDirectory(path)) {
      throw place.bad("is-a-directory", "it is a folder, not a file", "Name a file in it");
    }
    try (InputStream in = Files.newInputStream(path)) {
      return read(place, in);
    } catch (NoSuchFileException e) {
      throw place.bad("no-such-file", "there is no such file", "Check its name and folder", e);
    } catch (IOException e) {
      String reason = "the file cannot be read: " + Place.reason(e);
      throw place.bad("unreadable", reason, "Check that you may read it", e);
    }
  }

  /** The object that the stream holds, and nothing after it. */
  static JsonValue read(Place place, InputStream in) throws IOException {
    try (JsonParser parser = FACTORY.createParser(in)) {
      if (parser.nextToken() == null) {
        throw place.bad("not-json", "the file is empty", "Give a file that holds a JSON object");
      }
      Object tree = value(parser);
      if (parser.nextToken() != null) {
        throw broken(place, parser.currentTokenLocation(), "there is more after its end");
      }
      return new JsonValue(place, "", tree);
    } catch (JsonProcessingException e) {
      String reason = e.getOriginalMessage().lines().findFirst().orElse("broken");
      throw broken(place, e.getLocation(), reason.replaceAll("[. ]+$", ""));
    }
  }

  private static BadData broken(Place place, JsonLocation at, String reason) {
    String where = at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
    return new Place(place.text() + where)
        .bad("not-json", "it is not JSON: " + reason, "Mend it there, or write the file anew");
  }

  private static Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> JsonObject.Null.NULL;
    };
  }

  private static JsonObject object(JsonParser parser) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, value(parser));
    }
    return JsonObject.ofMembers(members);
  }

  private static List<Object> array(JsonParser parser) throws IOException {
    List<Object> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(parser));
    }
    return List.copyOf(elements);
  }
}
