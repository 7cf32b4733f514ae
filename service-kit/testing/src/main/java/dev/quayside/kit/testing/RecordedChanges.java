package dev.quayside.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** What a service under test has recorded for the audit log and, in tests, does not ship. */
public final class RecordedChanges {
    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordedChanges() {}

    /** The entries about a subject, oldest first. */
    public static List<JsonNode> of(DataSource database, String subjectId) {
        String sql = "select entry from audit_outbox where cast(entry as json) #>> '{subject,id}' = ? order by id";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, subjectId);
            List<JsonNode> entries = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(JSON.readTree(rows.getString(1)));
                }
            }
            return entries;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The actions of the entries about a subject, oldest first. */
    public static List<String> actions(DataSource database, String subjectId) {
        return of(database, subjectId).stream()
                .map(entry -> entry.get("action").asText())
                .toList();
    }
}
