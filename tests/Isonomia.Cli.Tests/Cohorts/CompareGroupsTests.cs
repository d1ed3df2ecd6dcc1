using static Isonomia.Cli.Tests.IsonomiaCommand;

namespace Isonomia.Cli.Tests.Cohorts;

public sealed class CompareGroupsTests : IDisposable
{
    private static readonly string[] Quick = ["--biomarkers", "aperiodic"];
    private readonly BidsFolder data = new();

    public void Dispose() => data.Dispose();

    [Fact]
    public void Groups_are_compared_by_a_column_and_the_planted_difference_is_found()
    {
        // The longer the memory of the noise, the steeper its spectrum.
        for (var i = 0; i < 10; i++)
            data.Record($"sub-{i}/eeg/sub-{i}_eeg.edf", i, i < 5 ? 0.5 : 0.9, channels: 9);
        data.Write("participants.tsv", "participant_id\tgroup\tscore\n" + string.Concat(Enumerable.Range(0, 10).Select(
            i => $"sub-{i}\t{(i < 5 ? "control" : "patient <b>")}\t{i * i}\n")));
        var (code, _, error) = Run(["measure", data.Path, .. Quick, "--by", "group"]);
        Assert.True(code == 0, error);
        var folder = Path.Combine(data.Results, "comparison_by-group");
        var rows = File.ReadAllLines(Path.Combine(folder, "comparison.tsv")).Select(l => l.Split('\t')).ToArray();
        var mean = rows.Single(r => r[2] == "exponent" && r[5] == "n/a");
        Assert.Equal(["patient <b> less control", "10", "Hedges g"], mean[6..9]);
        Assert.True(double.Parse(mean[10]) > 1, "the interval lies above one standard deviation");
        Assert.InRange(double.Parse(mean[12]), 0.0002, 0.02);
        Assert.Equal(9, rows.Count(r => r[2] == "exponent" && r[14] == "clusters"));
        var report = File.ReadAllText(Path.Combine(folder, "report.html"));
        Assert.Contains("10 participants: 5 control and 5 patient &lt;b&gt;", report);
        Assert.Contains("not a medical device", report);
        Assert.DoesNotContain("<b>\"", report);
        Assert.DoesNotContain("NaN", report);

        Assert.Equal(0, Run(["measure", data.Path, .. Quick, "--by", "score", "--correct", "fdr"]).Code);
        var along = File.ReadAllLines(Path.Combine(data.Results, "comparison_by-score", "comparison.tsv"));
        Assert.Contains(along, l => l.Contains("\tr\t") && l.EndsWith("\tfdr", StringComparison.Ordinal));
    }

    [Fact]
    public void Sessions_are_compared_as_pairs()
    {
        for (var i = 0; i < 5; i++)
        {
            data.Record($"sub-{i}/ses-pre/eeg/sub-{i}_ses-pre_eeg.edf", i, 0.5);
            data.Record($"sub-{i}/ses-post/eeg/sub-{i}_ses-post_eeg.edf", 10 + i, 0.9);
        }

        var (code, _, error) = Run(["measure", data.Path, .. Quick, "--paired", "session=pre,post"]);
        Assert.True(code == 0, error);
        var report = File.ReadAllText(Path.Combine(data.Results, "comparison_paired-session-pre-post", "report.html"));
        Assert.Contains("5 participants", report);
        Assert.Contains("change from pre to post", report);
        // 2 of 32 arrangements of signs: no p below 0.06 is possible, and the page says so.
        Assert.Contains("no rearrangement can give a p below 0.06", report);
    }

    [Theory]
    [InlineData("--by", "group", 3, "there is no such file")]
    [InlineData("--paired", "ses", 3, "two values of ses are compared")]
    [InlineData("--paired", "ses=a,b", 2, "no recording has ses-a")]
    [InlineData("--correct", "bonferroni", 2, "bonferroni")]
    public void What_cannot_be_compared_is_refused_before_anything_is_measured(string option, string value, int code, string why)
    {
        data.Record("sub-1/eeg/sub-1_eeg.edf", 1);
        var found = Run(["measure", data.Path, .. Quick, option, value]);
        Assert.Equal(code, found.Code);
        Assert.Contains(why, found.Error);
        Assert.False(Directory.Exists(data.Results));
    }
}
