using FlowSdk.Runtime.Provenance;

namespace FlowSdk.Tests.Provenance;

public sealed class SecretMaskTests
{
    [Theory]
    [InlineData("run --rate 0.1", "run --rate 0.1")]
    [InlineData("run --api-key abc --rate 1", "run --api-key *** --rate 1")]
    [InlineData("run --db-password=abc", "run --db-password=***")]
    [InlineData("run --AccessToken:abc x", "run --AccessToken:*** x")]
    [InlineData("run --token --rate 1", "run --token --rate 1")]
    [InlineData("run --input https://ann:pw@host/x@y", "run --input https://ann:***@host/x@y")]
    [InlineData("run --input https://host/a:b@c", "run --input https://host/a:b@c")]
    [InlineData("run --store Account=a;AccountKey=abc==;Suffix=x", "run --store Account=a;AccountKey=***;Suffix=x")]
    [InlineData("run --input https://host/x?sig=abc&se=1", "run --input https://host/x?sig=***&se=1")]
    [InlineData("run --design=abc", "run --design=abc")]
    public void Values_that_look_like_secrets_are_masked(string line, string masked) => string.Join(' ', SecretMask.Apply(line.Split(' '))).ShouldBe(masked);
}
