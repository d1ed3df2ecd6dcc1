using System.Text.Json;
using Isonomia.Reporting.Tables.Runs;

namespace Isonomia.Reporting.Tests.Runs;

public class RunJsonTests
{
    private static readonly JsonElement Json = Written();

    [Fact]
    public void The_keys_of_the_contract_are_there()
    {
        Assert.Equal("isonomia.run/1", Json.GetProperty("schema").GetString());
        string[] numbers =
        [
            "seed", "dt_s", "duration_s", "threads", "build_seconds", "run_seconds", "real_time_factor", "peak_bytes",
            "synapses",
        ];
        Assert.All(numbers, key => Assert.Equal(JsonValueKind.Number, Json.GetProperty(key).ValueKind));
        Assert.Equal(0.01, Json.GetProperty("real_time_factor").GetDouble(), 1e-12);
    }

    [Fact]
    public void A_population_says_how_it_fired()
    {
        var cell = Json.GetProperty("populations").GetProperty("cell");
        Assert.Equal(2, cell.GetProperty("size").GetInt32());
        Assert.Equal(3, cell.GetProperty("spikes").GetInt32());
        Assert.Equal(15, cell.GetProperty("rate_hz").GetDouble(), 1e-9);
        Assert.Equal(0, cell.GetProperty("cv_isi").GetDouble(), 1e-9);
    }

    [Fact]
    public void What_is_undefined_is_null_with_a_reason()
    {
        var silent = Json.GetProperty("fi").GetProperty("points")[1];
        Assert.Equal(JsonValueKind.Null, silent.GetProperty("steady_rate_hz").ValueKind);
        Assert.Equal("fewer than two spikes", silent.GetProperty("steady_rate_hz_why").GetString());
        var parameters = Json.GetProperty("provenance").GetProperty("parameters");
        Assert.Equal(JsonValueKind.Null, parameters.GetProperty("odd").ValueKind);
        Assert.Equal(0.02, parameters.GetProperty("tau").GetDouble());
    }

    private static JsonElement Written()
    {
        using var stream = new MemoryStream();
        RunJson.Write(stream, SampleRun.Content());
        return JsonDocument.Parse(stream.ToArray()).RootElement;
    }
}
