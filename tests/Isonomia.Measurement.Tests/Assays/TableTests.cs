using Isonomia.Measurement.Assays;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Tests.Assays;

/// <summary>Tables of concentrations and of motor evoked potentials, by hand-worked numbers.</summary>
public sealed class TableTests
{
    [Fact]
    public void The_error_of_a_ratio_is_that_of_both_its_parts()
    {
        var found = Measure("Glu\tGlu_crlb\tGABA\tGABA_crlb", "8\t3\t2\t4").Findings.Single();
        var ratio = found.Reading.Find("glu_gaba")!.Value;
        // 3 % and 4 % make 5 %.
        Assert.Equal(4, ratio.Value, 1e-12);
        Assert.Equal(0.2, ratio.StandardError!.Value, 1e-12);
        Assert.Contains("does not give tCr", found.Reading.Find("glu_cr")!.Value.Why);
        Assert.Empty(found.Warnings);
    }

    [Fact]
    public void Glx_is_the_sum_of_glutamate_and_glutamine_where_it_is_not_given()
    {
        var found = Measure("metabolite\tconcentration\tcrlb", "Glu\t6\t5", "Gln\t4\t10", "GABA\t1\t30", "Cr+PCr\t5\t2").Findings.Single();
        Assert.Equal(2, found.Reading.Find("glx_cr")!.Value.Value, 1e-12);
        // Errors 0.3 and 0.4 make 0.5 of 10: 5 %, and 2 %.
        Assert.Equal(2 * Math.Sqrt(0.0025 + 0.0004), found.Reading.Find("glx_cr")!.Value.StandardError!.Value, 1e-12);
        Assert.Contains("GABA", Assert.Single(found.Warnings));
    }

    [Fact]
    public void Participants_are_kept_apart()
    {
        var found = Measure("participant_id\tGlu\tGABA", "sub-01\t8\t2", "sub-02\t9\tn/a");
        Assert.Equal(["sub-01", "sub-02"], found.Findings.Select(f => f.Participant));
        Assert.Equal(4, found.Findings[0].Reading.Find("glu_gaba")!.Value.Value, 1e-12);
        Assert.False(found.Findings[1].Reading.Find("glu_gaba")!.Value.IsDefined);
    }

    [Fact]
    public void Paired_pulses_are_sorted_by_their_interval_and_compared_with_single_ones()
    {
        string[] rows = [.. Enumerable.Repeat("0\t1.0", 10), .. Enumerable.Repeat("3\t0.4", 10), .. Enumerable.Repeat("12\t1.5", 10),
            .. Enumerable.Repeat("100\t0.2", 10), "7\t1"];
        var found = Measure("isi_ms\tamplitude_mv", rows).Findings.Single();
        Assert.Equal(0.4, found.Reading.Find("sici", "ratio")!.Value.Value, 1e-12);
        Assert.Equal(1.5, found.Reading.Find("icf", "ratio")!.Value.Value, 1e-12);
        Assert.Equal(0.2, found.Reading.Find("lici", "ratio")!.Value.Value, 1e-12);
        Assert.Contains("7 ms belongs to none", Assert.Single(found.Warnings));
        Assert.Contains("silent", found.Reading.Find("silent_period")!.Value.Why);
    }

    [Fact]
    public void The_error_of_a_log_ratio_is_that_of_both_means()
    {
        // Means 2 and 1 with errors 0.2 and 0.1 (deviation over root n): relative errors of 0.1 each.
        var (test, both) = (new[] { 1.8, 2.2 }, new[] { 0.9, 1.1 });
        var found = Measure("isi_ms\tmep", [.. test.Select(a => $"0\t{a}"), .. both.Select(a => $"2\t{a}")]).Findings.Single();
        var log = found.Reading.Find("sici", "log_ratio")!.Value;
        Assert.Equal(Math.Log(0.5), log.Value, 1e-12);
        Assert.Equal(Math.Sqrt(0.02), log.StandardError!.Value, 1e-12);
    }

    [Theory]
    [InlineData("row 2 below the headings, column 'Glu': 'much' was found", "participant_id\tGlu\tGABA", "a\t8\t2", "b\tmuch\t2")]
    [InlineData("no column 'participant_id'", "Glu\tGABA", "8\t2", "9\t2")]
    [InlineData("'Glu' is there twice", "metabolite\tconcentration", "Glu\t8", "Glu\t9")]
    [InlineData("there are no rows", "isi_ms\tamplitude")]
    public void What_is_wrong_is_said_with_its_place(string expected, params string[] lines) =>
        Assert.Contains(expected, Assert.Throws<BadInputException>(() => Measure(lines[0], lines[1..])).Message);

    [Fact]
    public void A_table_of_something_else_is_left_to_others()
    {
        using var file = new TemporaryTable(["onset\tduration", "1\t2"]);
        Assert.Null(AssayFile.Measure(file.Path, ""));
    }

    private static AssayMeasurement Measure(string headings, params string[] rows)
    {
        using var file = new TemporaryTable([headings, .. rows]);
        return AssayFile.Measure(file.Path, "")!;
    }

    private sealed class TemporaryTable : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("isonomia-table");

        public TemporaryTable(string[] lines) => File.WriteAllLines(Path, lines);

        public string Path => System.IO.Path.Combine(folder.FullName, "table.tsv");

        public void Dispose() => folder.Delete(true);
    }
}
