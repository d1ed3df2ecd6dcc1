using Isonomia.Measurement.Biomarkers.Synchrony;
using Isonomia.Measurement.Settings;
using Isonomia.Reporting.Markup;
using Isonomia.Reporting.Tables;

namespace Isonomia.Reporting.Tests.Tables;

/// <summary>Synchrony leaves a table with a row for each pair, and a matrix for each band in the report.</summary>
public sealed class SynchronyTsvTests
{
    private static readonly SynchronyResult Result = new(["A", "<B>", "C"], 30, 2,
    [
        new BandSynchrony(Band.Usual[2], null,
        [
            Matrix(PairMeasure.DebiasedWeightedLagIndex, 0.25, -0.5, 0.125),
            Matrix(PairMeasure.AmplitudeCorrelation, 0.1, 0.2, double.NaN),
        ], 100),
        new BandSynchrony(Band.Usual[4], "half the sampling rate is below the band", [], 0),
    ]);

    [Fact]
    public void A_pair_in_a_band_is_a_row_and_what_is_undefined_is_missing()
    {
        using var stream = new MemoryStream();
        using (var text = new StreamWriter(stream) { NewLine = "\n" })
            SynchronyTsv.Write(text, Result);
        var rows = System.Text.Encoding.UTF8.GetString(stream.ToArray()).Trim().Split('\n');
        Assert.Equal(4, rows.Length);
        Assert.StartsWith("band\tchannel1\tchannel2\tcoherence", rows[0]);
        Assert.Equal("alpha\tA\tC\tn/a\tn/a\tn/a\tn/a\tn/a\tn/a\t-0.5\t0.2", rows[2]);
        Assert.EndsWith("0.125\tn/a", rows[3]);
    }

    [Fact]
    public void The_report_draws_a_matrix_for_each_band_that_has_one_and_escapes_names()
    {
        var page = new MarkupWriter();
        Reporting.Sections.SynchronyFigure.Write(page, Result);
        using var stream = new MemoryStream();
        page.CopyTo(stream);
        var html = System.Text.Encoding.UTF8.GetString(stream.ToArray());
        Assert.Equal(2, html.Split("scale(").Length - 1);
        Assert.Contains("&lt;B&gt;", html);
        Assert.DoesNotContain("NaN", html);
    }

    private static PairMatrix Matrix(PairMeasure measure, double ab, double ac, double bc) => new(
        measure, 3, [double.NaN, ab, ac, ab, double.NaN, bc, ac, bc, double.NaN]);
}
