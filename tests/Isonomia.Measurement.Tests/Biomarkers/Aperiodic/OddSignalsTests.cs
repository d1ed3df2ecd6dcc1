using Isonomia.Measurement.Biomarkers;
using Isonomia.Measurement.Biomarkers.Aperiodic;
using Isonomia.Measurement.Biomarkers.Spectral;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Recordings;
using Isonomia.Measurement.Results;
using Isonomia.Measurement.Settings;

namespace Isonomia.Measurement.Tests.Biomarkers.Aperiodic;

public sealed class OddSignalsTests
{
    private static readonly IBiomarker[] Biomarkers =
    [
        new SpectrumBiomarker(), new BandPowerBiomarker(), new IndividualAlphaBiomarker(), new AperiodicBiomarker(),
        new IrasaBiomarker(), new TimescaleBiomarker(), new GammaSlopeBiomarker(),
    ];

    public static TheoryData<string> Kinds =>
        ["empty", "silent", "constant", "impulse", "not a number", "infinite", "huge", "tiny", "sine", "ramp", "steps"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_signal_however_odd_makes_a_biomarker_throw_or_hide_a_NaN(string kind)
    {
        foreach (var rate in new[] { 1.5, 50, 173.61, 250 })
        {
            foreach (var length in new[] { 0, 1, 300, 5001 })
                Measure(Samples(kind, length, rate), rate);
        }
    }

    private static void Measure(double[] samples, double rate)
    {
        var channel = new Channel("x", ChannelType.Eeg, "", rate, samples.Length);
        var settings = RecordingMeasurer.DefaultSettings;
        MeasureSettings[] choices =
            [settings, settings.With("aperiodic.mode", "knee"), settings.With("spectrum.method", "multitaper")];
        foreach (var choice in choices)
        {
            var analysis = new ChannelAnalysis(Signal.Whole(channel, samples), choice);
            foreach (var biomarker in Biomarkers)
                Check(biomarker.Measure(analysis).ToReading());
        }
    }

    private static void Check(Reading reading)
    {
        foreach (var member in reading.Members)
        {
            switch (member.Value)
            {
                case Measured measured:
                    Assert.Equal(measured.IsDefined, double.IsFinite(measured.Value));
                    Assert.True(measured.StandardError is not { } error || double.IsFinite(error), member.Name);
                    break;
                case double[] curve:
                    Assert.True(Array.TrueForAll(curve, double.IsFinite), member.Name);
                    break;
                case Reading part:
                    Check(part);
                    break;
            }
        }
    }

    private static double[] Samples(string kind, int length, double rate) => kind == "empty" ? [] :
    [
        .. Enumerable.Range(0, length).Select(i => kind switch
        {
            "constant" => 7.25,
            "impulse" => i == length / 2 ? 1 : 0,
            "not a number" => i == length / 2 ? double.NaN : Math.Sin(i),
            "infinite" => i == length / 2 ? double.PositiveInfinity : Math.Sin(i),
            "huge" => 1e300 * Math.Sin(i * i),
            "tiny" => 1e-300 * Math.Sin(i * i),
            "sine" => Math.Sin(2 * Math.PI * 10 * i / rate),
            "ramp" => i,
            "steps" => i / 100 % 2,
            _ => 0.0,
        }),
    ];
}
