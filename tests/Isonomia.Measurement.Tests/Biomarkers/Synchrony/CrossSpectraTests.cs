using Isonomia.Measurement.Biomarkers.Synchrony;
using Isonomia.Measurement.Formats;
using Isonomia.Measurement.Recordings;
using Isonomia.Numerics.Random;
using Isonomia.Tests;

namespace Isonomia.Measurement.Tests.Biomarkers.Synchrony;

/// <summary>
/// Against mne-connectivity 0.5 (shared/data/reference/connectivity_itc.json), and against couplings that are known.
/// </summary>
public sealed class CrossSpectraTests
{
    private static readonly Dictionary<string, PairMeasure> Names = new()
    {
        ["coh"] = PairMeasure.Coherence,
        ["imcoh"] = PairMeasure.ImaginaryCoherence,
        ["plv"] = PairMeasure.PhaseLocking,
        ["ppc"] = PairMeasure.PairwiseConsistency,
        ["pli"] = PairMeasure.LagIndex,
        ["wpli"] = PairMeasure.WeightedLagIndex,
        ["wpli2_debiased"] = PairMeasure.DebiasedWeightedLagIndex,
    };

    // Double precision on both sides, but their tapers come from another eigenvalue solver: agreement to 1e-9 would be
    // luck, 1e-7 is far below what any use needs.
    [Theory]
    [InlineData("coh", 1e-7)]
    [InlineData("imcoh", 1e-7)]
    [InlineData("plv", 1e-7)]
    [InlineData("ppc", 1e-7)]
    [InlineData("pli", 1e-7)]
    [InlineData("wpli", 1e-7)]
    [InlineData("wpli2_debiased", 1e-7)]
    public void Multitaper_measures_of_epochs_are_those_of_mne_connectivity(string name, double tolerance)
    {
        using var recording = RecordingFile.Open(SharedData.Path("eeglab_sample/eeglab_data_epochs_ica.set"));
        var reference = SharedData.Reference("connectivity_itc.json").GetProperty("conn").GetProperty(name);
        string[] channels = [.. reference.GetProperty("channels").EnumerateArray().Select(c => c.GetString()!)];
        var spectra = Spectra(recording, channels, 384, EpochTapers.Multitaper(384, 4));
        Compare(reference, spectra, 128.0 / 384, Names[name], tolerance);
    }

    [Theory]
    [InlineData("coh")]
    [InlineData("imcoh")]
    [InlineData("plv")]
    [InlineData("wpli")]
    [InlineData("wpli2_debiased")]
    public void Hann_measures_of_a_resting_recording_are_those_of_mne_connectivity(string name)
    {
        using var recording = RecordingFile.Open(SharedData.Path("eegmmidb_S001/S001R02.edf"));
        var reference = SharedData.Reference("connectivity_itc.json").GetProperty("conn")
            .GetProperty($"S001R02_2s_fourier_{name}");
        string[] channels = [.. reference.GetProperty("channels").EnumerateArray().Select(c => c.GetString()!)];
        var spectra = Spectra(recording, channels, 320, EpochTapers.Hann(320));
        Compare(reference, spectra, 0.5, Names[name], 1e-7);
    }

    [Fact]
    public void A_copy_is_wholly_coherent_and_lags_by_nothing()
    {
        var signal = Noise.Signals(1, 40, _ => 1).Single();
        var found = Measured([signal, [.. signal.Select(v => -3 * v)]]);
        Assert.Equal(1, found[PairMeasure.Coherence][0, 1], 1e-12);
        Assert.Equal(1, found[PairMeasure.PhaseLocking][0, 1], 1e-12);
        Assert.Equal(0, found[PairMeasure.WeightedLagIndex][0, 1], 1e-12);
        Assert.Equal(0, found[PairMeasure.ImaginaryCoherence][0, 1], 1e-12);
    }

    [Fact]
    public void A_delay_is_seen_by_lag_indices_and_the_leader_is_named_by_the_sign()
    {
        var signal = Noise.Signals(1, 41, _ => 1).Single();
        var found = Measured([signal[3..], signal[..^3]]);
        Assert.InRange(found[PairMeasure.WeightedLagIndex][0, 1], 0.99, 1);
        Assert.True(found[PairMeasure.ImaginaryCoherence][0, 1] > 0.3);
        Assert.True(found[PairMeasure.ImaginaryCoherence][1, 0] < -0.3);
    }

    [Fact]
    public void Independent_signals_are_coupled_by_nothing_once_bias_is_taken_out()
    {
        var found = Measured([.. Noise.Signals(12, 120, _ => 1)]);
        // 60 epochs, 66 pairs, 6 bins of 3 independent ones: a standard error of about 1/60/sqrt(66 * 3).
        Assert.InRange(found[PairMeasure.PairwiseConsistency].Mean, -0.005, 0.005);
        Assert.InRange(found[PairMeasure.DebiasedWeightedLagIndex].Mean, -0.01, 0.01);
        // E|mean of 60 unit vectors| = sqrt(pi/(4 * 60)).
        Assert.InRange(found[PairMeasure.PhaseLocking].Mean, 0.108, 0.121);
    }

    [Fact]
    public void The_numbers_do_not_depend_on_threads()
    {
        var spectra = Spectra([.. Noise.Signals(9, 30, _ => 1)]);
        var one = CrossSpectra.Measure(spectra, new SampleRange(16, 11), 1);
        var four = CrossSpectra.Measure(spectra, new SampleRange(16, 11), 4);
        for (var m = 0; m < one.Count; m++)
            Assert.Equal(one[m].Values, four[m].Values);
    }

    [Fact]
    public void Volume_conduction_correlates_amplitudes_only_until_they_are_orthogonal()
    {
        // Two sources seen by two sensors; and the same with a common slow modulation.
        var stream = new RandomStream(3, "amplitudes");
        const int Count = 4000;
        var (mixed, coupled) = (new (double[] Re, double[] Im)[2], new (double[] Re, double[] Im)[2]);
        for (var k = 0; k < 2; k++)
        {
            mixed[k] = (new double[Count], new double[Count]);
            coupled[k] = (new double[Count], new double[Count]);
        }

        for (var t = 0; t < Count; t++)
        {
            var (ar, ai, br, bi) = (stream.Normal(), stream.Normal(), stream.Normal(), stream.Normal());
            var gain = Math.Exp(stream.Normal());
            (mixed[0].Re[t], mixed[0].Im[t]) = (ar + (0.5 * br), ai + (0.5 * bi));
            (mixed[1].Re[t], mixed[1].Im[t]) = (br + (0.5 * ar), bi + (0.5 * ai));
            (coupled[0].Re[t], coupled[0].Im[t]) = (gain * ar, gain * ai);
            (coupled[1].Re[t], coupled[1].Im[t]) = (gain * br, gain * bi);
        }

        double Of((double[] Re, double[] Im)[] s) => OrthogonalAmplitudes.Correlate([.. s.Select(x => x.Re)], [.. s.Select(x => x.Im)], 1)[0, 1];
        // The standard error of a correlation of 4000 samples is 0.016.
        Assert.InRange(Of(mixed), -0.05, 0.05);
        // log gain^2 has variance 4; log of an exponential variate pi^2/6, log of a chi^2 with one degree pi^2/2.
        var expected = 4 / Math.Sqrt((4 + (Math.PI * Math.PI / 6)) * (4 + (Math.PI * Math.PI / 2)));
        Assert.Equal(expected, Of(coupled), 0.05);
    }

    [Fact]
    public void Orthogonal_correlation_is_that_of_its_definition()
    {
        var stream = new RandomStream(4, "amplitudes");
        double[][] re = [new double[203], new double[203]], im = [new double[203], new double[203]];
        for (var t = 0; t < 203; t++)
        {
            var gain = Math.Exp(stream.Normal());
            for (var c = 0; c < 2; c++)
                (re[c][t], im[c][t]) = (gain * stream.Normal(), gain * stream.Normal());
        }

        double Directed(int x, int y)
        {
            double[] own = [.. re[x].Zip(im[x], (a, b) => Math.Log((a * a) + (b * b)))];
            double[] rest = [.. Enumerable.Range(0, 203).Select(t => Math.Log(Math.Pow((new System.Numerics.Complex(re[y][t], im[y][t])
                * System.Numerics.Complex.Conjugate(new(re[x][t], im[x][t]))).Imaginary, 2)) - own[t])];
            return Isonomia.Numerics.Statistics.Correlation.Pearson(own, rest);
        }

        Assert.Equal((Directed(0, 1) + Directed(1, 0)) / 2, OrthogonalAmplitudes.Correlate(re, im, 1)[0, 1], 1e-11);
    }

    private static Dictionary<PairMeasure, PairMatrix> Measured(double[][] signals) =>
        CrossSpectra.Measure(Spectra(signals), new SampleRange(16, 6), 1).ToDictionary(m => m.Measure);

    private static EpochSpectra Spectra(double[][] signals)
    {
        var (length, epochs) = (500, signals[0].Length / 500);
        int[] starts = [.. Enumerable.Range(0, epochs).Select(e => e * length)];
        return new EpochSpectra([.. signals.Select(s => ChannelEpochs.Transform(s, starts, EpochTapers.Hann(length), 1, 90))]);
    }

    private static EpochSpectra Spectra(Recording recording, string[] channels, int length, EpochTapers tapers)
    {
        int[] indices = [.. channels.Select(recording.IndexOf)];
        double[][] signals = [.. indices.Select(recording.ReadAll)];
        int[] starts = [.. Enumerable.Range(0, signals[0].Length / length).Select(e => e * length)];
        return new EpochSpectra([.. signals.Select(s => ChannelEpochs.Transform(s, starts, tapers, 1, (length / 2) - 1))]);
    }

    private static void Compare(
        System.Text.Json.JsonElement reference, EpochSpectra spectra, double binWidth, PairMeasure measure, double tolerance)
    {
        var bands = reference.GetProperty("bands").EnumerateArray().Select(b => b.Numbers()).ToArray();
        var rows = reference.GetProperty("data").EnumerateArray().Select(r => r.EnumerateArray().ToArray()).ToArray();
        for (var b = 0; b < bands.Length; b++)
        {
            var first = (int)Math.Ceiling((bands[b][0] / binWidth) - 1e-9);
            var last = (int)Math.Floor((bands[b][1] / binWidth) + 1e-9);
            var found = CrossSpectra.Measure(spectra, new SampleRange(first, last - first + 1), 1)
                .Single(m => m.Measure == measure);
            for (var i = 0; i < rows.Length; i++)
            {
                for (var j = 0; j < i; j++)
                    Assert.Equal(rows[i][j].Numbers()[b], found[i, j], tolerance);
            }
        }
    }
}
