using System.Text.Json;
using Isonomia.Measurement.Measuring;
using Isonomia.Measurement.Results;
using Isonomia.Reporting.Tables;
using Isonomia.Reporting.Tests.Making;

namespace Isonomia.Reporting.Tests.Tables;

public class MeasureJsonTests
{
    private static JsonElement Written(RecordingMeasurement measurement)
    {
        using var stream = new MemoryStream();
        MeasureJson.Write(stream, measurement);
        using var document = JsonDocument.Parse(stream.ToArray());
        return document.RootElement.Clone();
    }

    private static JsonElement Toy(Reading reading) =>
        Written(Measurements.Of(Measurements.Channel("Cz", reading)))
            .GetProperty("channels")[0].GetProperty("biomarkers").GetProperty("toy");

    // The keys are a contract that other programs rely on.
    [Fact]
    public void The_head_says_what_was_recorded()
    {
        var root = Written(Measurements.Of(Measurements.Channel("Cz"), Measurements.Channel("Pz", whyBad: "flat")));
        Assert.Equal("isonomia.measure/1", root.GetProperty("schema").GetString());
        var recording = root.GetProperty("recording");
        Assert.Equal("rest.edf", recording.GetProperty("path").GetString());
        Assert.Equal("EDF+C", recording.GetProperty("format").GetString());
        Assert.Equal(2, recording.GetProperty("channels").GetInt32());
        Assert.Equal(250, recording.GetProperty("sampling_rate_hz").GetDouble());
        Assert.Equal(300, recording.GetProperty("duration_s").GetDouble());
        Assert.Equal("2025-03-01T10:30:00", recording.GetProperty("start").GetString());
        Assert.Equal(JsonValueKind.Object, root.GetProperty("recording_biomarkers").ValueKind);
    }

    [Fact]
    public void A_bad_channel_says_why_and_a_good_one_says_null()
    {
        var channels = Written(Measurements.Of(Measurements.Channel("Cz"), Measurements.Channel("Pz", whyBad: "flat")))
            .GetProperty("channels");
        Assert.False(channels[0].GetProperty("bad").GetBoolean());
        Assert.Equal(JsonValueKind.Null, channels[0].GetProperty("why_bad").ValueKind);
        Assert.True(channels[1].GetProperty("bad").GetBoolean());
        Assert.Equal("flat", channels[1].GetProperty("why_bad").GetString());
        Assert.Equal("eeg", channels[1].GetProperty("type").GetString());
        Assert.Equal("uV", channels[1].GetProperty("unit").GetString());
    }

    [Fact]
    public void Provenance_is_enough_to_repeat_the_measurement()
    {
        var provenance = Written(Measurements.Of()).GetProperty("provenance");
        Assert.Equal("0.1.0", provenance.GetProperty("version").GetString());
        Assert.Equal("isonomia measure rest.edf", provenance.GetProperty("command").GetString());
        Assert.Equal("2026-01-02T03:04:05Z", provenance.GetProperty("time").GetString());
        Assert.Equal("2s", provenance.GetProperty("parameters").GetProperty("spectrum.window").GetString());
        var step = provenance.GetProperty("preprocessing")[0];
        Assert.Equal("notch", step.GetProperty("step").GetString());
        Assert.Equal("removed 50 Hz and 2 harmonics", step.GetProperty("outcome").GetString());
    }

    [Fact]
    public void Numbers_keep_every_digit()
    {
        const double awkward = 0.1 + 0.2;
        Assert.Equal(awkward, Toy(new Reading().Number("exponent", awkward, "1")).GetProperty("exponent").GetDouble());
    }

    [Fact]
    public void Members_keep_their_order()
    {
        var toy = Toy(new Reading().Number("z", 1, "1").Group("m", new Reading().Count("n", 2)).Number("a", 3, "1"));
        Assert.Equal(["z", "m", "a"], toy.EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public void Uncertainty_follows_its_number()
    {
        var toy = Toy(new Reading().Number("exponent", Measured.Of(1.5, 0.1), "1"));
        Assert.Equal(0.1, toy.GetProperty("exponent_se").GetDouble());
        Assert.Equal([1.5 - 1.96 * 0.1, 1.5 + 1.96 * 0.1],
            toy.GetProperty("exponent_ci95").EnumerateArray().Select(e => e.GetDouble()));
    }

    [Fact]
    public void What_is_undefined_is_null_with_the_distinct_reasons()
    {
        var toy = Toy(new Reading().Number("a", Measured.Undefined("too short"), "1")
            .Number("b", Measured.Undefined("flat"), "1").Number("c", Measured.Undefined("too short"), "1"));
        Assert.Equal(JsonValueKind.Null, toy.GetProperty("a").ValueKind);
        Assert.Equal("too short; flat", toy.GetProperty("why").GetString());
    }

    [Fact]
    public void The_reason_stands_in_the_group_it_concerns()
    {
        var toy = Toy(new Reading()
            .Group("alpha", new Reading().Number("value", Measured.Undefined("too short"), "1"))
            .Group("beta", new Reading().Number("value", 1.0, "1")));
        Assert.Equal("too short", toy.GetProperty("alpha").GetProperty("why").GetString());
        Assert.False(toy.GetProperty("beta").TryGetProperty("why", out _));
        Assert.False(toy.TryGetProperty("why", out _));
    }

    [Fact]
    public void A_reason_the_biomarker_gives_itself_is_kept()
    {
        var given = Toy(new Reading().Number("value", Measured.Undefined("gate"), "1").Text("why", "DFA below 0.6"));
        Assert.Equal("DFA below 0.6", given.GetProperty("why").GetString());
        var defined = Toy(new Reading().Number("value", 1, "1").Text("why", null));
        Assert.Equal(JsonValueKind.Null, defined.GetProperty("why").ValueKind);
        var silent = Toy(new Reading().Number("value", Measured.Undefined("gate"), "1").Text("why", null));
        Assert.Equal("gate", silent.GetProperty("why").GetString());
    }

    [Fact]
    public void A_list_holds_its_parts_and_a_hole_in_a_curve_is_null()
    {
        var toy = Toy(new Reading()
            .List("peaks", [new Reading().Number("hz", 10, "Hz"), new Reading().Number("hz", 20, "Hz")])
            .Curve("power", [1, double.NaN, double.PositiveInfinity, 4], "uV^2/Hz")
            .Words("notes", ["one", "two"]).Flag("gated", true));
        Assert.Equal(20, toy.GetProperty("peaks")[1].GetProperty("hz").GetDouble());
        Assert.Equal([JsonValueKind.Number, JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Number],
            toy.GetProperty("power").EnumerateArray().Select(e => e.ValueKind));
        Assert.Equal("two", toy.GetProperty("notes")[1].GetString());
        Assert.True(toy.GetProperty("gated").GetBoolean());
    }

    [Fact]
    public void Warnings_travel_with_the_result()
    {
        var result = new Found(new Reading().Number("value", 1, "1")) { Warnings = ["the range touches 40 Hz"] };
        var channel = Measurements.Channel("Cz") with
        {
            Biomarkers = new Dictionary<string, Isonomia.Measurement.Biomarkers.BiomarkerResult>(StringComparer.Ordinal)
            {
                ["toy"] = result,
            },
        };
        var toy = Written(Measurements.Of(channel))
            .GetProperty("channels")[0].GetProperty("biomarkers").GetProperty("toy");
        Assert.Equal("the range touches 40 Hz", toy.GetProperty("warnings")[0].GetString());
    }

    [Theory]
    [InlineData(Measurements.Hostile)]
    [InlineData("a\ud800b")]
    public void Odd_names_still_give_valid_json(string name)
    {
        var read = Written(Measurements.Of(Measurements.Channel(name))).GetProperty("channels")[0].GetProperty("name");
        Assert.StartsWith(name[..1], read.GetString());
    }

    [Fact]
    public void Writing_twice_gives_the_same_bytes()
    {
        var measurement = Measurements.Of(Measurements.Channel("Cz", new Reading().Number("value", 1, "1")));
        using var first = new MemoryStream();
        using var second = new MemoryStream();
        MeasureJson.Write(first, measurement);
        MeasureJson.Write(second, measurement);
        Assert.Equal(first.ToArray(), second.ToArray());
    }
}
