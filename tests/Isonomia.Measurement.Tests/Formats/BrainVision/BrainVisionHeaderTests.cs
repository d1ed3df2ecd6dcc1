using System.Text;
using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Tests.Formats.BrainVision;

/// <summary>The entries are those of the BrainVision Core Data Format 1.0; expected values follow by hand.</summary>
public sealed class BrainVisionHeaderTests : IDisposable
{
    private readonly BrainVisionBuilder made = new();

    public void Dispose() => made.Dispose();

    [Theory]
    [InlineData("Brain Vision Data Exchange Header File Version 1.0")]
    [InlineData("Brain Vision Data Exchange Header File, Version 2.0")]
    [InlineData("BrainVision Data Exchange Header File Version 1.0")]
    [InlineData("Brain Vision V-Amp Data Header File Version 1.0")]
    public void Headers_are_known_by_their_first_line_however_it_is_spelt(string line)
    {
        made.FirstLine = line;
        using var recording = made.Open();
        Assert.Equal("BrainVision", recording.Header.Format);
        Assert.Equal([1, 3, 5], recording.ReadAll(0));
        Assert.Equal([2, 4, 6], recording.ReadAll(1));
        Assert.Equal(250, recording.Channels[0].SamplingRate);
        Assert.Equal(new DateTime(2024, 2, 29, 12, 0, 0, 500), recording.Header.Start);
    }

    [Fact]
    public void Vectorised_data_hold_one_channel_after_another()
    {
        made.Common["DataOrientation"] = "VECTORIZED";
        using var recording = made.Open();
        Assert.Equal([1, 2, 3], recording.ReadAll(0));
        Assert.Equal([4, 5, 6], recording.ReadAll(1));
    }

    [Fact]
    public void Names_units_and_commas_are_read_in_UTF_8_and_in_Latin_1()
    {
        made.Channels[0] = "Ch1=F\\1z \u00E4,,0.1,\u00B5V,future";
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.Latin1 })
        {
            made.Encoding = encoding;
            using var recording = made.Open();
            Assert.Equal(("F,z \u00E4", "uV"), (recording.Channels[0].Name, recording.Channels[0].Unit));
            Assert.Equal(0.2, recording.ReadAll(0)[0], 1e-15);
        }
    }

    [Fact]
    public void Numbers_may_be_stored_in_several_ways()
    {
        made.Binary["BinaryFormat"] = "IEEE_FLOAT_32";
        made.Data = [.. new[] { 1.5f, -2f }.SelectMany(BitConverter.GetBytes)];
        using (var floats = made.Open())
            Assert.Equal((0.75, -1.0), (floats.ReadAll(0)[0], floats.ReadAll(1)[0]));
        made.Binary["BinaryFormat"] = "INT_32";
        made.Data = [.. new[] { 100000, -7 }.SelectMany(BitConverter.GetBytes)];
        using (var integers = made.Open())
            Assert.Equal((50000, -3.5), (integers.ReadAll(0)[0], integers.ReadAll(1)[0]));
        made.Binary["UseBigEndianOrder"] = "YES";
        made.Data = [0, 1, 134, 160, 255, 255, 255, 249];
        using var turned = made.Open();
        Assert.Equal((50000, -3.5), (turned.ReadAll(0)[0], turned.ReadAll(1)[0]));
    }

    [Fact]
    public void Text_data_are_read_past_their_titles_with_their_decimal_symbol()
    {
        made.Common["DataFormat"] = "ASCII";
        made.More = "[ASCII Infos]\r\nSkipLines=1\r\nSkipColumns=1\r\nDecimalSymbol=,\r\n";
        made.Data = "time Fz Cz\r\n0 1,5 -2\r\n4 3,25\t1e1\r\n"u8.ToArray();
        using (var recording = made.Open())
        {
            Assert.Equal([0.75, 1.625], recording.ReadAll(0));
            Assert.Equal([-1.0, 5], recording.ReadAll(1));
        }

        made.Common["DataOrientation"] = "VECTORIZED";
        made.More = "[ASCII Infos]\r\nSkipColumns=1\r\n";
        made.Data = "Fz 1 2 3\nCz 4 5 6"u8.ToArray();
        using var vectorised = made.Open();
        Assert.Equal([2, 2.5, 3], vectorised.ReadAll(1));
    }

    [Theory]
    [InlineData("1 2\n3 x\n", "line 2 of the data should hold numbers")]
    [InlineData("1 2\n3\n4 5\n", "line 2 of the data should hold 2 numbers")]
    [InlineData("1 2 3\n", "line 1 of the data should hold 2 numbers")]
    [InlineData("\n", "no samples")]
    public void Text_that_is_no_table_of_numbers_is_refused(string data, string complaint)
    {
        made.Common["DataFormat"] = "ASCII";
        made.Data = Encoding.ASCII.GetBytes(data);
        Assert.Contains(complaint, made.Complaint());
    }

    [Theory]
    [InlineData("DataOrientation", "DIAGONAL", "should be MULTIPLEXED or VECTORIZED, but there is \"DIAGONAL\"")]
    [InlineData("DataFormat", "FORTRAN", "ASCII or BINARY")]
    [InlineData("DataType", "FREQUENCYDOMAIN", "TIMEDOMAIN")]
    [InlineData("SamplingInterval", "0", "microseconds")]
    [InlineData("SamplingInterval", "-4000", "microseconds")]
    [InlineData("SamplingInterval", "1e-9", "microseconds")]
    [InlineData("SamplingInterval", "fast", "a number")]
    [InlineData("NumberOfChannels", "0", "above zero")]
    [InlineData("NumberOfChannels", "3", "describes 2 channels")]
    [InlineData("NumberOfChannels", "1", "describes 2 channels")]
    [InlineData("NumberOfChannels", "999999999", "describes 2 channels")]
    [InlineData("DataPoints", "-3", "above zero")]
    [InlineData("DataPoints", "2", "states 2 points of 2 channels, 8 bytes, but the file has 12")]
    public void An_entry_that_cannot_be_is_named(string key, string value, string complaint)
    {
        made.Common[key] = value;
        Assert.Contains(complaint, made.Complaint());
    }

    [Theory]
    [InlineData("UINT_8")]
    [InlineData("IEEE_FLOAT_64")]
    public void An_unknown_binary_format_is_refused(string format)
    {
        made.Binary["BinaryFormat"] = format;
        Assert.Contains($"should be INT_16, INT_32 or IEEE_FLOAT_32, but there is \"{format}\"", made.Complaint());
    }

    [Fact]
    public void A_missing_entry_is_named()
    {
        made.Common.Remove("DataOrientation");
        Assert.Contains("the entry DataOrientation is missing from [Common Infos]", made.Complaint());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("much")]
    public void A_resolution_must_scale(string resolution)
    {
        made.Channels[1] = $"Ch2=Cz,,{resolution},uV";
        Assert.Contains("the resolution of Ch2", made.Complaint());
    }

    [Fact]
    public void A_missing_data_file_is_named_with_a_hint_to_a_renamed_one()
    {
        made.Common["DataFile"] = "original.eeg";
        made.Save();
        var complaint = made.ComplaintAsSaved();
        Assert.Contains("the data file original.eeg, which this header names, is missing", complaint);
        Assert.Contains("r.eeg is there", complaint);
    }

    [Fact]
    public void A_missing_marker_file_is_named()
    {
        made.Save(markers: "");
        Assert.Contains("the marker file r.vmrk, which this header names, is missing", made.ComplaintAsSaved());
    }

    [Fact]
    public void Companions_are_found_in_other_case_by_placeholder_and_without_foreign_folders()
    {
        made.Common["DataFile"] = @"C:\Vision\$b.eeg";
        made.Save("R.EEG", "R.Vmrk");
        using var recording = Measurement.Formats.RecordingFile.Open(made.Header);
        Assert.Equal([1, 3, 5], recording.ReadAll(0));
        Assert.Single(recording.Events);
    }

    [Fact]
    public void A_recording_without_a_marker_file_has_no_events()
    {
        made.Common.Remove("MarkerFile");
        made.Save(markers: "");
        using var recording = Measurement.Formats.RecordingFile.Open(made.Header);
        Assert.Empty(recording.Events);
        Assert.Null(recording.Header.Start);
    }

    [Fact]
    public void A_file_cut_short_is_read_to_its_last_whole_point()
    {
        made.Common["DataPoints"] = "3";
        made.Data = made.Data[..^1];
        using var recording = made.Open();
        Assert.Equal([1, 3], recording.ReadAll(0));
        var warning = Assert.Single(recording.Header.Warnings);
        Assert.Contains("it holds 2 of 3 points; missing at the end: 0.004 s, 1 bytes", warning);
        made.Common["DataOrientation"] = "VECTORIZED";
        Assert.Contains("cut short", made.Complaint());
        made.Data = [1];
        Assert.Contains("one point of all channels takes 4", made.Complaint());
    }

    [Fact]
    public void The_narrower_of_two_acquisition_filters_counts()
    {
        made.More = """
            [Comment]
            A m p l i f i e r  S e t u p
            #     Name      Phys. Chn.    Resolution / Unit   Low Cutoff [s]   High Cutoff [Hz]   Notch [Hz]
            1     Fz          1                0.5 uV              10              1000              Off
            2     Cz          2                0.5 uV              DC              1000              Off
            S o f t w a r e  F i l t e r s
            #     Low Cutoff [s]   High Cutoff [Hz]   Notch [Hz]
            1      0.3183099       70                 50
            2      Off             Off                Off
            """;
        using var recording = made.Open();
        // 1 / (2 pi 0.3183099 s) = 0.5 Hz.
        Assert.Equal(0.5, recording.Channels[0].HighPass!.Value, 1e-6);
        Assert.Equal(70, recording.Channels[0].LowPass);
        Assert.Equal((null, 1000.0), (recording.Channels[1].HighPass, recording.Channels[1].LowPass));
    }

    [Fact]
    public void Whatever_is_done_to_a_header_it_opens_or_is_refused()
    {
        made.More = "[Coordinates]\r\nCh1=1,-90,-72\r\nCh2=95,10,20\r\n";
        made.Markers.Add("Mk2=Stimulus,S 1,2,1,0");
        made.Save();
        var sound = File.ReadAllBytes(made.Header);
        var random = new Random(3);
        var opened = 0;
        const int Trials = 600;
        for (var trial = 0; trial < Trials; trial++)
        {
            var bytes = sound.ToList();
            for (var times = random.Next(1, 4); times > 0; times--)
            {
                var at = random.Next(60, bytes.Count);
                if (random.Next(3) == 0)
                    bytes.RemoveRange(at, random.Next(bytes.Count - at));
                else if (random.Next(2) == 0)
                    bytes[at] = (byte)random.Next(256);
                else
                    bytes.Insert(at, (byte)"0123456789,=[]\r\n-"[random.Next(17)]);
            }

            File.WriteAllBytes(made.Header, [.. bytes]);
            try
            {
                using var recording = Measurement.Formats.RecordingFile.Open(made.Header);
                for (var c = 0; c < recording.Channels.Count; c++)
                    Assert.Equal(recording.Channels[c].Samples, recording.ReadAll(c).Length);
                opened++;
            }
            catch (BadInputException)
            {
            }
        }

        Assert.InRange(opened, Trials / 20, Trials * 19 / 20);
    }
}
