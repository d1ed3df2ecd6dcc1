using Isonomia.Modeling.Models;

namespace Isonomia.Modeling.Tests.Circuits;

/// <summary>Files from strangers: whatever stands in one, the answer is a circuit or a list of mistakes.</summary>
public class HostileCircuitTests
{
    [Theory]
    [InlineData("circuits/brunel2000")]
    [InlineData("circuits/borgers-kopell2005")]
    [InlineData("circuits/vogels2011")]
    public void A_damaged_file_is_told_of_and_never_ends_in_an_exception(string name)
    {
        var text = ModelLibrary.Text(name).ReplaceLineEndings("\n");
        var random = new Random(1);
        for (var round = 0; round < 150; round++)
        {
            var damaged = text.ToCharArray().ToList();
            for (var times = random.Next(1, 4); times > 0; times--)
            {
                var at = random.Next(damaged.Count);
                switch (random.Next(3))
                {
                    case 0:
                        damaged.RemoveRange(at, Math.Min(random.Next(1, 12), damaged.Count - at));
                        break;
                    case 1:
                        damaged[at] = "{}[]:,-*\"'0e9.ax"[random.Next(16)];
                        break;
                    default:
                        damaged.InsertRange(at, text.Substring(random.Next(text.Length - 12), 12));
                        break;
                }
            }

            // Anything but findings would be an exception here.
            Assert.All(Written.Mistakes(new string([.. damaged])), d => Assert.NotEmpty(d.Render()));
        }
    }

    [Fact]
    public void A_circuit_of_nothing_says_what_is_missing() =>
        Assert.Contains("has no populations", Assert.Single(Written.Mistakes("circuit: c\n")).Message);
}
