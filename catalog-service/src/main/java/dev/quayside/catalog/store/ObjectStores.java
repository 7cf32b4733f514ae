package dev.quayside.catalog.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Chooses the store: a bucket if one is named, else a folder. */
@ApplicationScoped
class ObjectStores {
    private static final Logger LOG = Logger.getLogger(ObjectStores.class);
    private static final Duration CONNECT = Duration.ofSeconds(2);
    /** Between one part of an answer and the next. */
    private static final Duration SILENCE = Duration.ofSeconds(5);
    /** With its retries a call is shorter than the gateway waits. */
    private static final Duration CALL = Duration.ofSeconds(20);

    @Produces
    @ApplicationScoped
    ObjectStore store(S3Settings s3, @ConfigProperty(name = "quayside.media.dir") Path folder) {
        String bucket = s3.bucket().orElse(null);
        if (bucket == null) {
            LOG.infof("images are kept in the folder %s", folder.toAbsolutePath());
            return new DiskStore(folder);
        }
        LOG.infof("images are kept in the bucket %s", bucket);
        return new S3Store(client(s3), bucket);
    }

    static S3Client client(S3Settings s3) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(s3.region()))
                .credentialsProvider(credentials(s3))
                .forcePathStyle(s3.pathStyle())
                // Not every store knows the checksums that Amazon's has had since 2024.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .overrideConfiguration(times -> times.apiCallTimeout(CALL))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENCE));
        s3.endpoint().ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private static AwsCredentialsProvider credentials(S3Settings s3) {
        String key = s3.accessKey().orElse(null);
        String secret = s3.secretKey().orElse(null);
        if ((key == null) != (secret == null)) {
            throw new IllegalStateException("QUAYSIDE_MEDIA_S3_ACCESS_KEY and _SECRET_KEY go together");
        }
        return key == null || secret == null
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(AwsBasicCredentials.create(key, secret));
    }
}
