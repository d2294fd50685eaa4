-- The written parts of a report. What a person writes beside the figures; rows, so that an office can change them.
CREATE TABLE report_part (
  key text PRIMARY KEY,
  ord int NOT NULL UNIQUE,
  name text NOT NULL,
  hint text
);

INSERT INTO report_part (key, ord, name, hint) VALUES
  ('result', 1, 'Kết quả', 'Việc phát hiện, lựa chọn, bồi dưỡng, kiểm tra và tôn vinh trong năm; điểm khác năm trước.'),
  ('effect', 2, 'Hiệu quả', 'Giá trị kinh tế, ý nghĩa xã hội, sức lan tỏa đã thấy được, ở đâu.'),
  ('shortcoming', 3, 'Tồn tại', 'Việc đã giao mà chưa làm, nơi chưa có điển hình, hồ sơ quá hạn.'),
  ('limitation', 4, 'Hạn chế', 'Việc đã làm nhưng chưa đạt yêu cầu.'),
  ('cause', 5, 'Nguyên nhân', 'Khách quan và chủ quan của các tồn tại, hạn chế trên.'),
  ('lesson', 6, 'Bài học kinh nghiệm', 'Cách làm nên giữ, cách làm nên bỏ.'),
  ('proposal', 7, 'Kiến nghị, đề xuất', 'Với ai, việc gì, trước khi nào.');
