using System.Text.Json;
using static Isonomia.Cli.Tests.IsonomiaCommand;

namespace Isonomia.Cli.Tests;

public sealed class DemoTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("isonomia-demo-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_hidden_condition_is_recorded_measured_located_restored_and_set_beside_the_truth()
    {
        var (code, output, _) = Run("demo", "--out", folder, "--seed", "3");
        Assert.Equal(0, code);
        Assert.Contains("The hidden condition was", output);
        Assert.Contains("research only", output);
        using var located = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "located", "locate.json")));
        Assert.True(located.RootElement.GetProperty("converged").GetBoolean());
        using var restored = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "restore.json")));
        Assert.True(restored.RootElement.GetProperty("ranking").GetArrayLength() > 0);
        var page = File.ReadAllText(Path.Combine(folder, "individual.html"));
        Assert.Contains("Not a medical device", page);
        Assert.True(page.IndexOf("The truth", StringComparison.Ordinal) > page.IndexOf("Restored", StringComparison.Ordinal));

        // The truth lies in most 90 % intervals: of 15, less than 8 would be far too few.
        var words = output.Split('\n').Single(l => l.Contains("true values lie", StringComparison.Ordinal));
        var inside = int.Parse(words.Split(" of 15")[0].Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(inside, 8, 15);
    }

    [Fact]
    public void A_condition_that_no_field_is_defined_for_is_refused_by_name()
    {
        var (code, _, error) = Run("demo", "--out", folder, "--condition", "migraine-aura");
        Assert.NotEqual(0, code);
        Assert.Contains("migraine-aura", error);
        Assert.DoesNotContain("   at ", error);
    }
}
