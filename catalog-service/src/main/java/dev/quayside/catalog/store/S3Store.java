package dev.quayside.catalog.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A bucket of any store that speaks S3. A PUT there is whole or nothing by itself. */
final class S3Store implements ObjectStore {
    private static final int NOT_FOUND = 404;

    private final S3Client client;
    private final String bucket;

    S3Store(S3Client client, String bucket) {
        this.client = client;
        this.bucket = bucket;
    }

    @Override
    public void put(String key, byte[] content, String mediaType) {
        put(key, RequestBody.fromBytes(content), mediaType);
    }

    @Override
    public void put(String key, Path file, String mediaType) {
        if (!contains(key)) {
            put(key, RequestBody.fromFile(file), mediaType);
        }
    }

    private void put(String key, RequestBody content, String mediaType) {
        try {
            client.putObject(put -> put.bucket(bucket).key(key).contentType(mediaType), content);
        } catch (SdkException fault) {
            throw StoreFault.of(fault);
        }
    }

    private boolean contains(String key) {
        try {
            client.headObject(head -> head.bucket(bucket).key(key));
            return true;
        } catch (S3Exception fault) {
            // An answer to HEAD has no body to tell more.
            if (fault.statusCode() == NOT_FOUND) {
                return false;
            }
            throw StoreFault.of(fault);
        } catch (SdkException fault) {
            throw StoreFault.of(fault);
        }
    }

    @Override
    public Optional<StoredObject> open(String key) {
        try {
            ResponseInputStream<GetObjectResponse> object =
                    client.getObject(get -> get.bucket(bucket).key(key));
            return Optional.of(new StoredObject(object, object.response().contentLength()));
        } catch (NoSuchKeyException unknown) {
            return Optional.empty();
        } catch (SdkException fault) {
            throw StoreFault.of(fault);
        }
    }

    @Override
    public void delete(Collection<String> keys) {
        try {
            keys.forEach(
                    key -> client.deleteObject(delete -> delete.bucket(bucket).key(key)));
        } catch (SdkException fault) {
            throw StoreFault.of(fault);
        }
    }

    @Override
    public void deleteUnfinished(Instant before) {
        // There is nothing that is half there.
    }
}
