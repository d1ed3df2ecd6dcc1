using Isonomia.Measurement.Recordings;

namespace Isonomia.Measurement.Tests.Formats.Edf;

/// <summary>
/// The fields are those of the EDF specification (Kemp et al. 1992) and of EDF+ (Kemp &amp; Olivan 2003); the expected
/// answers follow from them by hand.
/// </summary>
public class EdfHeaderTests
{
    private static EdfBuilder Sound() => new EdfBuilder().Signal("Cz").Record(new[] { 1, 2, 3, 4 });

    private static EdfBuilder With(Func<EdfBuilderSignal, EdfBuilderSignal> change) =>
        new EdfBuilder().Signal("Fz").Signal("Cz", 4, change).Record(new[] { 1, 2, 3, 4 }, new[] { 5, 6, 7, 8 });

    [Fact]
    public void Samples_are_scaled_from_the_digital_to_the_physical_range()
    {
        // 0..100 digital is 10..20 mV physical: 0.1 mV a step.
        using var recording = With(s => s with
        {
            Unit = "mV",
            DigitalMinimum = "0",
            DigitalMaximum = "100",
            PhysicalMinimum = "10",
            PhysicalMaximum = "20",
        }).Open();
        Assert.Equal([10.5, 10.6, 10.7, 10.8], recording.ReadAll(1).Select(v => Math.Round(v, 12)));
        Assert.Equal("mV", recording.Channels[1].Unit);
    }

    [Fact]
    public void Inverted_polarity_is_a_range_turned_round()
    {
        using var recording = With(s => s with { PhysicalMinimum = "32767", PhysicalMaximum = "-32768" }).Open();
        Assert.Equal([-6, -7, -8, -9], recording.ReadAll(1));
    }

    [Theory]
    [InlineData("16.04.89", "", 1989, 4, 16)]
    [InlineData("16.04.85", "", 1985, 4, 16)]
    [InlineData("16.04.84", "", 2084, 4, 16)]
    [InlineData("16.04.24", "", 2024, 4, 16)]
    [InlineData("16-04-24", "", 2024, 4, 16)]
    [InlineData(" 6/ 4/24", "", 2024, 4, 6)]
    [InlineData("16.04.yy", "Startdate 16-APR-2091 X X X", 2091, 4, 16)]
    [InlineData("16.04.24", "Startdate X X X X", 2024, 4, 16)]
    public void Dates_are_read_by_the_rules_of_two_centuries(
        string date, string recording, int year, int month, int day)
    {
        using var made = new EdfBuilder { Date = date, Recording = recording }.Signal("Cz").Record(new int[4]).Open();
        Assert.Equal(new DateTime(year, month, day, 16, 13, 0), made.Header.Start);
    }

    [Theory]
    [InlineData("31.02.24")]
    [InlineData("XX.XX.XX")]
    [InlineData("")]
    public void A_date_that_is_none_is_left_open(string date)
    {
        using var made = new EdfBuilder { Date = date }.Signal("Cz").Record(new int[4]).Open();
        Assert.Null(made.Header.Start);
    }

    [Fact]
    public void Padding_zeros_commas_signs_and_accents_do_no_harm()
    {
        using var recording = new EdfBuilder { Duration = "0,5\0\0\0", Records = "+1", Date = "16:04:89" }
            .Signal(
                "EEG C\u00E9\0\0",
                4,
                s => s with { Unit = "\u00B5V", PhysicalMinimum = "-3,5", PhysicalMaximum = "3.5E0" })
            .Record(new int[4]).Open();
        Assert.Equal("EEG C\u00E9", recording.Channels[0].Name);
        Assert.Equal("uV", recording.Channels[0].Unit);
        Assert.Equal(8, recording.Channels[0].SamplingRate);
    }

    [Theory]
    [InlineData("HP:0.1Hz LP:75Hz N:50Hz", 0.1, 75.0)]
    [InlineData("HP: DC; LP: 417 Hz", null, 417.0)]
    [InlineData("HP:0Hz LP:0Hz N:0Hz", null, null)]
    [InlineData("LP 1.5kHz", null, 1500.0)]
    [InlineData("TC:0.3s", 0.53051647697298, null)]
    [InlineData("none", null, null)]
    public void Acquisition_filters_are_read_from_the_prefiltering_text(string text, double? high, double? low)
    {
        using var recording = With(s => s with { Prefiltering = text }).Open();
        Assert.Equal(high ?? -1, recording.Channels[1].HighPass ?? -1, 1e-12);
        Assert.Equal(low, recording.Channels[1].LowPass);
    }

    [Fact]
    public void Channels_of_one_name_get_running_numbers()
    {
        using var recording = new EdfBuilder().Signal("Cz").Signal("Cz").Record(new int[4], new int[4]).Open();
        Assert.Equal(["Cz-0", "Cz-1"], recording.Channels.Select(c => c.Name));
        Assert.Contains("same name", Assert.Single(recording.Header.Warnings));
    }

    [Theory]
    [InlineData("7", "7", "7")]
    [InlineData("100", "-100", "100")]
    public void An_impossible_digital_range_is_refused(string minimum, string maximum, string named)
    {
        var complaint = With(s => s with { DigitalMinimum = minimum, DigitalMaximum = maximum }).Complaint();
        Assert.Contains("signal 2 (Cz)", complaint);
        Assert.Contains("digital minimum " + named, complaint);
    }

    [Fact]
    public void An_empty_physical_range_is_refused()
    {
        var complaint = With(s => s with { PhysicalMinimum = "5", PhysicalMaximum = "5.0" }).Complaint();
        Assert.Contains("signal 2 (Cz) has the physical minimum 5 and maximum 5", complaint);
    }

    [Theory]
    [InlineData("abc", "\"abc\"")]
    [InlineData("", "nothing")]
    [InlineData("NaN", "\"NaN\"")]
    [InlineData("1e999", "\"1e999\"")]
    public void A_field_that_is_no_number_is_named_with_its_signal_and_text(string text, string found)
    {
        var complaint = With(s => s with { PhysicalMaximum = text }).Complaint();
        Assert.Contains("physical maximum of signal 2 (Cz)", complaint);
        Assert.Contains($"should be a number, but there is {found}", complaint);
        // 256 + 2 signals * (16 + 80 + 8 + 8) + the second's 8.
        Assert.Contains("bytes 488 to 495", complaint);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-4")]
    [InlineData("2.5")]
    [InlineData("many")]
    public void A_signal_must_have_samples_in_each_record(string samples) =>
        Assert.Contains("number of samples in each data record of signal 2 (Cz)",
            With(s => s with { SamplesText = samples }).Complaint());

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1e-30")]
    [InlineData("1e30")]
    [InlineData("second")]
    public void A_record_must_last(string duration)
    {
        var made = new EdfBuilder { Duration = duration }.Signal("Cz").Record(new int[4]);
        Assert.Contains("duration of a data record", made.Complaint());
    }

    [Fact]
    public void Only_annotations_may_last_no_time()
    {
        using var recording = new EdfBuilder { Duration = "0", Reserved = "EDF+C" }.Signal("EDF Annotations", 32)
            .Record("+0\x14\x14\0+5\x15" + "2\x14N2\x14\0").Open();
        Assert.Equal([new RecordingEvent(5, 2, "N2")], recording.Events);
        Assert.Equal(7, recording.Duration);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-2")]
    [InlineData("x")]
    [InlineData("")]
    public void There_must_be_signals(string count)
    {
        var made = new EdfBuilder { Count = count }.Signal("Cz").Record(new int[4]);
        Assert.Contains("number of signals", made.Complaint());
    }

    [Fact]
    public void A_header_that_misstates_its_own_length_is_refused()
    {
        var complaint = new EdfBuilder { HeaderBytes = "768" }.Signal("Cz").Record(new int[4]).Complaint();
        Assert.Contains("states its own length as 768 bytes, but its 1 signals take 512", complaint);
    }

    [Fact]
    public void More_signals_than_the_header_has_room_for_are_refused()
    {
        var made = new EdfBuilder { Count = "9999", HeaderBytes = "2560000" }.Signal("Cz").Record(new int[4]);
        Assert.Contains("9999 signals take a header of 2560000 bytes, but the file has only 520", made.Complaint());
    }

    [Fact]
    public void Absurd_sizes_are_refused_without_allocating_them()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var complaint = new EdfBuilder { Records = "99999999" }
            .Signal("Cz", 4, s => s with { SamplesText = "99999999" }).Record(new int[4]).Complaint();
        Assert.Contains("not one data record of 199999998 bytes is complete", complaint);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Fact]
    public void A_BDF_file_converted_to_UTF_8_is_refused_as_such()
    {
        var bytes = new EdfBuilder { IsBdf = true }.Signal("Cz").Record(new int[4]).Build();
        Assert.Contains("conversion as text", EdfBuilder.Complaint([0xC3, 0xBF, .. bytes[1..]]));
        Assert.Contains("conversion as text", EdfBuilder.Complaint([0xEF, 0xBF, 0xBD, .. bytes[1..]]));
    }

    [Fact]
    public void The_format_is_known_by_content_not_by_name()
    {
        using var recording = EdfBuilder.Open(Sound().Build(), "made.dat");
        Assert.Equal("EDF", recording.Header.Format);
        Assert.Equal([1, 2, 3, 4], recording.ReadAll(0));
        var table = "0       1.5     2\n1       1.6     3\n"u8.ToArray();
        Assert.NotEqual("EDF", Format(table, "table.txt"));

        static string Format(byte[] bytes, string name)
        {
            try
            {
                using var opened = EdfBuilder.Open(bytes, name);
                return opened.Header.Format;
            }
            catch (BadInputException)
            {
                return "none";
            }
        }
    }
}
