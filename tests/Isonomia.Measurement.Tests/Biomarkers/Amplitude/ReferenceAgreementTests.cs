using System.Text.Json;
using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Amplitude;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Settings;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Biomarkers.Amplitude;

/// <summary>
/// From real recordings to envelope, exponent and functional ratio, against the results of the reference implementation
/// (crosci 3c466e4 on MNE 1.3.0; crosci_dfa_fei.json), every channel.
/// </summary>
public class ReferenceAgreementTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var recording in All.Value.EnumerateObject())
            {
                foreach (var band in recording.Value.EnumerateObject())
                    cases.Add(recording.Name, band.Name);
            }

            return cases;
        }
    }

    private static Lazy<JsonElement> All { get; } =
        new(() => SharedData.Reference("crosci_dfa_fei.json").GetProperty("recs"));

    [Theory]
    [MemberData(nameof(Cases))]
    public void Dynamics_of_a_rhythm_are_those_of_the_reference_implementation(string recording, string band)
    {
        var expected = All.Value.GetProperty(recording).GetProperty(band);
        var signals = Read(recording);
        var edges = band.TrimEnd('H', 'z').Split('-');
        var limits = expected.GetProperty("fit_interval_s").Numbers();
        var settings = new MeasureSettings(BiomarkerLibrary.Settings)
            .With("bands.rhythm", $"{edges[0]}:{edges[1]}").With("dfa.bands", "rhythm")
            .With("dfa.range", $"{limits[0]}:{limits[1]}");
        var raw = settings.With("fei.outliers", "off");

        Assert.Equal(expected.GetProperty("DFA").GetArrayLength(), signals.Length);
        for (var c = 0; c < signals.Length; c++)
        {
            var channel = new ChannelAnalysis(signals[c], settings);
            var envelope = BandEnvelope.Of(channel, settings.Bands.Single(b => b.Name == "rhythm"));
            var values = envelope.Values.AsSpan(envelope.Runs[0].First, envelope.Runs[0].Count).ToArray();
            Assert.Equal(expected.GetProperty("n_env").GetInt32(), values.Length);
            Assert.Equal(At(expected, "env_mean", c), values.Average(), 1e-9 * values.Average());
            Assert.Equal(At(expected, "env_std", c), Deviation(values), 1e-9 * At(expected, "env_std", c));

            var dynamics = (DetrendedFluctuationResult)new DetrendedFluctuationBiomarker().Measure(channel);
            var exponent = dynamics.Find("rhythm")!;
            Assert.Equal(At(expected, "DFA", c), exponent.Exponent.Value, 1e-9);
            Assert.Equal(At(expected, "DFA_intercept", c), exponent.Line!.Intercept, 1e-8);

            var ratio = Ratio(channel);
            Assert.Equal(At(expected, "fEI_outliers_removed", c), ratio.Ungated.Value, 1e-9);
            Assert.Equal(At(expected, "n_outliers", c), ratio.Outliers);
            var kept = Ratio(new ChannelAnalysis(signals[c], raw));
            Assert.Equal(At(expected, "fEI_no_outlier_removal", c), kept.Ungated.Value, 1e-9);
            var gated = At(expected, "fEI_thresholded_DFA_gt_0p6", c);
            Assert.Equal(double.IsNaN(gated), !ratio.Value.IsDefined);
            if (ratio.Value.IsDefined)
                Assert.Equal(gated, ratio.Value.Value, 1e-9);
            if (c == 0)
                CompareWindows(expected, values, exponent, ratio);
        }
    }

    // A name may say which samples were taken: "PATH[from:to] what".
    private static Signal[] Read(string recording)
    {
        var path = recording.Split('[')[0];
        using var opened = RecordingFile.Open(SharedData.Path(path), new ReadingOptions
        {
            SamplingRate = path.StartsWith("neurotycho") ? 1000 : path.StartsWith("hc2") ? 1250 : null,
            Variable = path.StartsWith("neurotycho") ? "ECoGData_ch1" : path.StartsWith("hc2") ? "data" : null,
        });
        var range = recording.Contains('[')
            ? recording.Split('[', ']')[1].Split(':').Select(int.Parse).ToArray()
            : [0, (int)opened.Channels[0].Samples];
        return [.. opened.Channels.Select((c, i) => Signal.Whole(c, opened.ReadAll(i)[range[0]..range[1]]))];
    }

    private static void CompareWindows(JsonElement expected, double[] envelope, BandExponent exponent, BandRatio ratio)
    {
        AssertClose(expected.GetProperty("env_first5").Numbers(), envelope[..5]);
        AssertClose(expected.GetProperty("fluctuations_ch0").Numbers(), exponent.Fluctuations.Fluctuations);
        AssertClose(expected.GetProperty("wAmp_ch0").Numbers(), [.. ratio.Shown.Select(w => w.Amplitude)]);
        AssertClose(expected.GetProperty("wDNF_ch0").Numbers(), [.. ratio.Shown.Select(w => w.Fluctuation)]);
    }

    private static BandRatio Ratio(ChannelAnalysis channel) =>
        channel.ResultOf<FunctionalRatioResult>(new FunctionalRatioBiomarker()).Find("rhythm")!;

    private static double At(JsonElement expected, string name, int channel) =>
        expected.GetProperty(name)[channel] is { ValueKind: JsonValueKind.Number } number
            ? number.GetDouble()
            : double.NaN;

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (var i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-9 * Math.Abs(expected[i]));
    }

    private static double Deviation(double[] x)
    {
        var mean = x.Average();
        return Math.Sqrt(x.Average(v => (v - mean) * (v - mean)));
    }
}
